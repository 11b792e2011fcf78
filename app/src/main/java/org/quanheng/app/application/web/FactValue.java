package org.quanheng.app.application.web;

import org.jspecify.annotations.Nullable;

/** A fact by its name and its value as a code, a plain number or a text; the page finds the words. */
public record FactValue(String fact, @Nullable String value) {}
