/** HTTP/1.1 over one socket, with a deadline for everything and a bound for every answer. */
@NullMarked
package io.heddle.recorder.http;

import org.jspecify.annotations.NullMarked;
