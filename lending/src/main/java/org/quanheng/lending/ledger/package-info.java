/** Double entries whose postings sum to zero. */
@NullMarked
package org.quanheng.lending.ledger;

import org.jspecify.annotations.NullMarked;
