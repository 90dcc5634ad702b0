/** What a user can set, where it may be written and what a value that makes no sense becomes. */
@NullMarked
package io.heddle.recorder.settings;

import org.jspecify.annotations.NullMarked;
