/** Schedules, repayment, annual cost and calendars from the shell. */
@NullMarked
package org.quanheng.cli.lending;

import org.jspecify.annotations.NullMarked;
