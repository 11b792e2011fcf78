@NullMarked
package org.quanheng.balance;

import org.jspecify.annotations.NullMarked;
