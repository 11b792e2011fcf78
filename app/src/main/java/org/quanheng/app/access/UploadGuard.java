package org.quanheng.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.api.ErrorCode;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses files before a byte of them is read, unless they come from staff who may use the route and are within the bound. It stands
 * before the check of the form's token, because looking for that token reads the whole body.
 */
public final class UploadGuard extends OncePerRequestFilter {
    /** Most MiB of a file, as the pages say. */
    private static final long FILE_MEBIBYTES_MAX = 32;

    /** Most bytes of all that stands around a file: the other fields of its form. */
    private static final long FORM_BYTES_MAX = 1 << 16;

    /** Attribute of a refused request: the limit that its file passed, in MiB. */
    private static final String MEBIBYTES_MAX = "org.quanheng.upload.mebibytesMax";

    private final List<RouteRules> rules;
    private final Answer answer;

    /** A guard of routes; without rules it refuses every file. */
    UploadGuard(List<RouteRules> rules, Answer answer) {
        this.rules = List.copyOf(rules);
        this.answer = answer;
    }

    /** How a refusal is said. The request that it gets has no body, so that nothing looks into the file after all. */
    @FunctionalInterface
    interface Answer {
        void refuse(HttpServletRequest request, HttpServletResponse response, ErrorCode code)
                throws ServletException, IOException;
    }

    /** For people: the page of the error's code. */
    static void asPage(HttpServletRequest request, HttpServletResponse response, ErrorCode code)
            throws ServletException, IOException {
        response.setStatus(code.status());
        request.getRequestDispatcher("/errors/" + code.slug()).forward(request, response);
    }

    /** The limit that the file of this request passed, in MiB; 0 when it passed none. */
    public static long mebibytesMax(HttpServletRequest request) {
        return request.getAttribute(MEBIBYTES_MAX) instanceof Long max ? max : 0;
    }

    /** The request as if it had asked for a page with nothing in its hands. */
    private static final class WithoutBody extends HttpServletRequestWrapper {
        WithoutBody(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isFromStaffWhoMay(request)) {
            answer.refuse(new WithoutBody(request), response, ErrorCode.MEDIA_TYPE_UNSUPPORTED);
        } else if (request.getContentLengthLong() < 0
                || request.getContentLengthLong() > (FILE_MEBIBYTES_MAX << 20) + FORM_BYTES_MAX) {
            request.setAttribute(MEBIBYTES_MAX, FILE_MEBIBYTES_MAX);
            answer.refuse(new WithoutBody(request), response, ErrorCode.BODY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isFromStaffWhoMay(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getPrincipal() instanceof StaffMember member
                && rules.stream()
                        .flatMap(part -> part.rules().stream())
                        .anyMatch(rule -> rule.roles().contains(member.role())
                                && rule.method().matches(request.getMethod())
                                && PathPatternRequestMatcher.withDefaults()
                                        .matcher(rule.pattern())
                                        .matches(request));
    }
}
