/** What the recorder tells of itself: its few lines, its counters and metrics of them. */
@NullMarked
package io.heddle.recorder.self;

import org.jspecify.annotations.NullMarked;
