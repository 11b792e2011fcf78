/** The pages of the workshop and of the registry of models. */
@NullMarked
package org.quanheng.app.model.web;

import org.jspecify.annotations.NullMarked;
