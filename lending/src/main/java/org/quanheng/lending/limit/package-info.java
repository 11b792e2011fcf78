/** How much may be lent: what a household can pay, what a firm needs to work. */
@NullMarked
package org.quanheng.lending.limit;

import org.jspecify.annotations.NullMarked;
