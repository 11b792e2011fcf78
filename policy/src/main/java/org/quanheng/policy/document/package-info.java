/** A policy as data: everything in it that has a date or a number, read and checked as a whole. */
@NullMarked
package org.quanheng.policy.document;

import org.jspecify.annotations.NullMarked;
