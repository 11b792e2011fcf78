/** Facts, eligibility, cut-offs, limits, prices, reasons and receipts: facts in, an answer out. */
@NullMarked
package org.quanheng.policy;

import org.jspecify.annotations.NullMarked;
