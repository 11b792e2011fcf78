/** A scorecard in the languages of others: SQL, PMML and plain Java, each with the same points for every applicant. */
@NullMarked
package org.quanheng.scoring.export;

import org.jspecify.annotations.NullMarked;
