/**
 * The values every part of lending is written in: money, rates and rounding.
 *
 * <p>This package knows no other. Above it stand {@code calendar}, {@code ledger}, then {@code schedule}, then
 * {@code annualcost}.
 */
@NullMarked
package org.quanheng.lending;

import org.jspecify.annotations.NullMarked;
