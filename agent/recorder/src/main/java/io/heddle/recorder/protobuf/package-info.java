/** Protocol Buffers' wire format, written into a buffer that is used again and again. */
@NullMarked
package io.heddle.recorder.protobuf;

import org.jspecify.annotations.NullMarked;
