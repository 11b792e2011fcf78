/** What is known about an application: named values with their source and time. */
@NullMarked
package org.quanheng.policy.fact;

import org.jspecify.annotations.NullMarked;
