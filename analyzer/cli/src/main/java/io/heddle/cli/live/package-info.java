/**
 * What a running server knows: the requests it keeps, the report on them, and a page to show it.
 */
@NullMarked
package io.heddle.cli.live;

import org.jspecify.annotations.NullMarked;
