@NullMarked
package org.quanheng.balance.crossfit;

import org.jspecify.annotations.NullMarked;
