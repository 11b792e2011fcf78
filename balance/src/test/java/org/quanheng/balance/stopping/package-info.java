@NullMarked
package org.quanheng.balance.stopping;

import org.jspecify.annotations.NullMarked;
