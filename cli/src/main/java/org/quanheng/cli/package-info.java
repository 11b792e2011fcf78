/** What ./quanheng runs: one command per job. */
@NullMarked
package org.quanheng.cli;

import org.jspecify.annotations.NullMarked;
