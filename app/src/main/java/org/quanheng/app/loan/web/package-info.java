/** The borrower's page of a loan. */
@NullMarked
package org.quanheng.app.loan.web;

import org.jspecify.annotations.NullMarked;
