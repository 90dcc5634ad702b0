/** Makes an agent jar of a class path; runs in the build, never in an application. */
@NullMarked
package io.heddle.packager;

import org.jspecify.annotations.NullMarked;
