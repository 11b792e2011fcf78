/** Loans over HTTP: the pages of their borrowers, the pages on which the staff serve them, and the API. */
@NullMarked
package org.quanheng.app.loan.web;

import org.jspecify.annotations.NullMarked;
