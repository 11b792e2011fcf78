/** What each step costs and brings, what is at odds in it, and who bears the effort. */
@NullMarked
package org.quanheng.balance.ledger;

import org.jspecify.annotations.NullMarked;
