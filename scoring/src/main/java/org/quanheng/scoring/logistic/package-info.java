/** Logistic regression with ridge penalty and coefficients held at zero or above. */
@NullMarked
package org.quanheng.scoring.logistic;

import org.jspecify.annotations.NullMarked;
