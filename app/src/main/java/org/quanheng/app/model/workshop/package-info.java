/** The workshop: data as imported, trainings as jobs, bins set by hand, comparison and drift. */
@NullMarked
package org.quanheng.app.model.workshop;

import org.jspecify.annotations.NullMarked;
