/** The probability of default of an application, with what each characteristic contributed. */
@NullMarked
package org.quanheng.policy.risk;

import org.jspecify.annotations.NullMarked;
