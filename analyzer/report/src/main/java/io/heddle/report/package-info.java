/** An analysis as a document: text, Markdown, HTML, JSON or CSV. */
@NullMarked
package io.heddle.report;

import org.jspecify.annotations.NullMarked;
