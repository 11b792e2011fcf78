package org.quanheng.app.application.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Applicant;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Who applies in this session. An applicant is known by having begun or resumed an application, without an account. */
@Component
class Applicants {
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    /** The customer of this session, or null if there is none yet. */
    @Nullable UUID current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof Applicant applicant
                ? applicant.customerId()
                : null;
    }

    /** The customer of this session; routes that ask for one have a rule that lets nobody else through. */
    UUID required() {
        UUID customerId = current();
        if (customerId == null) {
            throw new IllegalStateException("a route for applicants was reached by somebody else");
        }
        return customerId;
    }

    /** Makes the session this customer's, under a new session id. */
    void signIn(UUID customerId, HttpServletRequest request, HttpServletResponse response) {
        if (customerId.equals(current())) {
            return;
        }
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new Applicant(customerId));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }
}
