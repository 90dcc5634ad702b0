/** Documents for terminals, Markdown viewers and spreadsheets. */
@NullMarked
package io.heddle.report.text;

import org.jspecify.annotations.NullMarked;
