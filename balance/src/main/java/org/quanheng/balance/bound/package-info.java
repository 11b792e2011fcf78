/** What a score can still become while facts are unseen: the extremes, exactly. */
@NullMarked
package org.quanheng.balance.bound;

import org.jspecify.annotations.NullMarked;
