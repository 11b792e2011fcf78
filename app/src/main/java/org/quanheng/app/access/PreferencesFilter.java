package org.quanheng.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.quanheng.app.page.Language;
import org.quanheng.app.page.Theme;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps the language and the theme that a reader chose. */
@Component
class PreferencesFilter extends OncePerRequestFilter {
    private static final Duration KEPT_FOR = Duration.ofDays(365);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getMethod().equals("GET")) {
            Optional.ofNullable(request.getParameter(Pages.LANGUAGE_COOKIE))
                    .flatMap(Language::of)
                    .ifPresent(language -> keep(response, Pages.LANGUAGE_COOKIE, language.code()));
            Optional.ofNullable(request.getParameter(Pages.THEME_COOKIE))
                    .flatMap(Theme::of)
                    .ifPresent(theme -> keep(response, Pages.THEME_COOKIE, theme.code()));
        }
        chain.doFilter(request, response);
    }

    private static void keep(HttpServletResponse response, String name, String value) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .maxAge(KEPT_FOR)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
