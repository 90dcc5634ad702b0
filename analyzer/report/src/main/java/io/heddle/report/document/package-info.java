/** What a report says, before it is text or Markdown. */
@NullMarked
package io.heddle.report.document;

import org.jspecify.annotations.NullMarked;
