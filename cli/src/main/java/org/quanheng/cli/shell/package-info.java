/** What every command shares: its faults and words, the files it reads, the tables and JSON it prints. */
@NullMarked
package org.quanheng.cli.shell;

import org.jspecify.annotations.NullMarked;
