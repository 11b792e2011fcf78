/** The sample lender shown at work: its applicants replayed over HTTP, and what came of it. */
@NullMarked
package org.quanheng.cli.demo;

import org.jspecify.annotations.NullMarked;
