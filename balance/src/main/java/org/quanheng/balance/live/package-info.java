/** What to ask one applicant next, or that nothing more is worth asking. */
@NullMarked
package org.quanheng.balance.live;

import org.jspecify.annotations.NullMarked;
