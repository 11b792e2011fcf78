/** Training, scoring, validating and comparing models from the shell, and the credit benchmark. */
@NullMarked
package org.quanheng.cli.scoring;

import org.jspecify.annotations.NullMarked;
