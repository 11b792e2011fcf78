/** The running server: its data folder, its database, and what is verified in it. */
@NullMarked
package org.quanheng.cli.server;

import org.jspecify.annotations.NullMarked;
