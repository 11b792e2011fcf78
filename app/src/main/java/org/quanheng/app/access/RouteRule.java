package org.quanheng.app.access;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * Who may use a route. A route without a rule is refused to everyone.
 *
 * @param method the HTTP method
 * @param pattern the path as in the mapping of its handler
 * @param roles who may
 */
public record RouteRule(HttpMethod method, String pattern, Set<Role> roles) {

    /** Only these roles. */
    public static RouteRule only(HttpMethod method, String pattern, Role first, Role... others) {
        return new RouteRule(method, pattern, Set.copyOf(EnumSet.of(first, others)));
    }

    /** Everyone, signed in or not. */
    public static RouteRule everyone(HttpMethod method, String pattern) {
        return new RouteRule(method, pattern, Set.copyOf(EnumSet.allOf(Role.class)));
    }

    /** Everyone who works for the lender. */
    public static RouteRule staff(HttpMethod method, String pattern) {
        return new RouteRule(
                method, pattern, Set.copyOf(EnumSet.complementOf(EnumSet.of(Role.ANONYMOUS, Role.APPLICANT))));
    }
}
