/**
 * Stand-ins for the {@code java.util.logging} that the OTLP exporter and its HTTP client were
 * compiled against: in the packaged agent their class files are renamed to this package, so that
 * the agent neither starts the application's log manager nor writes to its log. What they would
 * have said, the delivery of spans says in one line of our own.
 */
@NullMarked
package io.heddle.recorder.quiet;

import org.jspecify.annotations.NullMarked;
