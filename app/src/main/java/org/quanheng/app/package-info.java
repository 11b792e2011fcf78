/** The lending platform as one deployable: who, when, stored where. */
@NullMarked
package org.quanheng.app;

import org.jspecify.annotations.NullMarked;
