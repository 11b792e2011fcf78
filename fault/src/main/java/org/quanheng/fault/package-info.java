/** What is wrong with an input: every fault at once, each with what was expected and what came. */
@NullMarked
package org.quanheng.fault;

import org.jspecify.annotations.NullMarked;
