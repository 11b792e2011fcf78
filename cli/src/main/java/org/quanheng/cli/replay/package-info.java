/** People from a table of credit histories, acting over HTTP as applicants do: they read the pages and fill in the forms. */
@NullMarked
package org.quanheng.cli.replay;

import org.jspecify.annotations.NullMarked;
