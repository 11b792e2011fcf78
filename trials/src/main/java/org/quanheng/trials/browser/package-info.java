/** Walks through the pages in a real browser, which tell how long they took. */
@NullMarked
package org.quanheng.trials.browser;

import org.jspecify.annotations.NullMarked;
