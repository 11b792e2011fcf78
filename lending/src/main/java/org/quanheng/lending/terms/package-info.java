/** A loan as agreed, and the same bound to dates: when it is due, what is drawn and at which rates. */
@NullMarked
package org.quanheng.lending.terms;

import org.jspecify.annotations.NullMarked;
