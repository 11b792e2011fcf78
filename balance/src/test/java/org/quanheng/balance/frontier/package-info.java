@NullMarked
package org.quanheng.balance.frontier;

import org.jspecify.annotations.NullMarked;
