package org.quanheng.app.access.web;

import org.jspecify.annotations.Nullable;

/**
 * Sign-in: posts {@code username} and {@code password} to {@code /sign-in}.
 *
 * @param notice {@code sign_in.notice.<code>}: {@code failed}, {@code signed_out}, {@code expired}, {@code locked}, or null
 * @param username the name typed before, or null
 */
public record SignInView(@Nullable String notice, @Nullable String username) {}
