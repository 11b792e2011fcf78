@NullMarked
package org.quanheng.balance.ledger;

import org.jspecify.annotations.NullMarked;
