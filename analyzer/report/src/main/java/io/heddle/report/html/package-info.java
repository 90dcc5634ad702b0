/** The report as one page that needs nothing but a browser. */
@NullMarked
package io.heddle.report.html;

import org.jspecify.annotations.NullMarked;
