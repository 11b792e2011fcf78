@NullMarked
package org.quanheng.balance.live;

import org.jspecify.annotations.NullMarked;
