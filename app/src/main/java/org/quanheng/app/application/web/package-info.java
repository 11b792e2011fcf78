/** Pages and API of applications. */
@NullMarked
package org.quanheng.app.application.web;

import org.jspecify.annotations.NullMarked;
