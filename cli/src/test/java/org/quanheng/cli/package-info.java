@NullMarked
package org.quanheng.cli;

import org.jspecify.annotations.NullMarked;
