/** The frontier between loss and effort from the shell. */
@NullMarked
package org.quanheng.cli.balance;

import org.jspecify.annotations.NullMarked;
