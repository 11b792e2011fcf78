/** Internal rates of return and the annual cost of a loan as law defines it. */
@NullMarked
package org.quanheng.lending.annualcost;

import org.jspecify.annotations.NullMarked;
