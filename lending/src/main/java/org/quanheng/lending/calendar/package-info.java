/** Day counts, payment frequencies and the rules that turn a month into a date. */
@NullMarked
package org.quanheng.lending.calendar;

import org.jspecify.annotations.NullMarked;
