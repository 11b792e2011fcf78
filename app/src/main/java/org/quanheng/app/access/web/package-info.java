/** The pages of access: signing in, the audit record, and a page for each error. */
@NullMarked
package org.quanheng.app.access.web;

import org.jspecify.annotations.NullMarked;
