/** Every attainable pair of loss and effort, and where a policy stands among them. */
@NullMarked
package org.quanheng.balance.frontier;

import org.jspecify.annotations.NullMarked;
