@NullMarked
package org.quanheng.balance.value;

import org.jspecify.annotations.NullMarked;
