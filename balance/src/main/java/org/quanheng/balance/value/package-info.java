/** What an answer is worth before it is given: expected value of sample information, and its net gain after friction. */
@NullMarked
package org.quanheng.balance.value;

import org.jspecify.annotations.NullMarked;
