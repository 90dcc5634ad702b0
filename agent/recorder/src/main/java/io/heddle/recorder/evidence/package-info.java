/** What an execution read, wrote and was given, told by names and equality and never by values. */
@NullMarked
package io.heddle.recorder.evidence;

import org.jspecify.annotations.NullMarked;
