/** The JSON that scripts rely on: every field in one order, unknown values as null. */
@NullMarked
package io.heddle.report.json;

import org.jspecify.annotations.NullMarked;
