/** Money, rates, day counts, schedules, repayment, annual cost and ledger entries: values in, values out. */
@NullMarked
package org.quanheng.lending;

import org.jspecify.annotations.NullMarked;
