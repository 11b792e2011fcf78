@NullMarked
package org.quanheng.balance.bound;

import org.jspecify.annotations.NullMarked;
