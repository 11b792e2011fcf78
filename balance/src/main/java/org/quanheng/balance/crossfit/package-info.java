/** A journey over a data set, out of sample: stage PDs by nested cross-fitting, policies fitted inside the training folds, and what they come to. */
@NullMarked
package org.quanheng.balance.crossfit;

import org.jspecify.annotations.NullMarked;
