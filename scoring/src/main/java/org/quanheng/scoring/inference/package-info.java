/** What may be said of applicants who were refused and so have no outcome: models of them, and bounds beside. */
@NullMarked
package org.quanheng.scoring.inference;

import org.jspecify.annotations.NullMarked;
