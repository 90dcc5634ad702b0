/** What agents say of themselves, and what is wrong with them. */
@NullMarked
package io.heddle.cli.doctor;

import org.jspecify.annotations.NullMarked;
