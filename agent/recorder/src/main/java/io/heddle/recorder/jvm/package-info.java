/** What the JVM tells about its threads and itself, and is told, without any MBean server. */
@NullMarked
package io.heddle.recorder.jvm;

import org.jspecify.annotations.NullMarked;
