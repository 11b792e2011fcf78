/** A plan of evidence: which steps there are, what each costs the customer and the lender, and where those numbers come from. */
@NullMarked
package org.quanheng.balance;

import org.jspecify.annotations.NullMarked;
