/** Checks the lending library against files of numbers that others published. */
@NullMarked
package org.quanheng.cli.golden;

import org.jspecify.annotations.NullMarked;
