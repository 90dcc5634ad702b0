/** What spans are told to, whichever way they take out of the process. */
@NullMarked
package io.heddle.recorder.export;

import org.jspecify.annotations.NullMarked;
