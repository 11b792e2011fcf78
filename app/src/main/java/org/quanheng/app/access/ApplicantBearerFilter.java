package org.quanheng.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs an applicant in for one API call by {@code Authorization: Bearer <application id>.<resume code>}. */
final class ApplicantBearerFilter extends OncePerRequestFilter {
    private static final Pattern TOKEN =
            Pattern.compile("Bearer ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([0-9A-Za-z-]{10,11})");

    private final ResumeCodes codes;
    private final ApplicationOwners owners;
    private final Attempts attempts;

    ApplicantBearerFilter(ResumeCodes codes, ApplicationOwners owners, Attempts attempts) {
        this.codes = codes;
        this.owners = owners;
        this.attempts = attempts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        applicantOf(request.getHeader(HttpHeaders.AUTHORIZATION))
                .ifPresent(applicant -> SecurityContextHolder.getContext().setAuthentication(applicant));
        chain.doFilter(request, response);
    }

    private Optional<Applicant> applicantOf(@org.jspecify.annotations.Nullable String header) {
        Matcher token = TOKEN.matcher(header == null ? "" : header);
        if (!token.matches()) {
            return Optional.empty();
        }
        UUID applicationId = UUID.fromString(token.group(1));
        if (attempts.exhausted("resume:" + applicationId)) {
            return Optional.empty();
        }
        if (!codes.fits(applicationId, token.group(2))) {
            attempts.failed("resume:" + applicationId);
            return Optional.empty();
        }
        return owners.ownerOf(applicationId).map(Applicant::new);
    }
}
