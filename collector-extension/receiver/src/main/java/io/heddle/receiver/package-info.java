/** The server side of OTLP: two ports, limits, and an honest answer to every request. */
@NullMarked
package io.heddle.receiver;

import org.jspecify.annotations.NullMarked;
