@NullMarked
package org.quanheng.cli.replay;

import org.jspecify.annotations.NullMarked;
