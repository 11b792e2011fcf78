/** From terms that are bound to dates to the schedule of instalments. */
@NullMarked
package org.quanheng.lending.schedule;

import org.jspecify.annotations.NullMarked;
