package org.quanheng.app.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Deny by default: a route is open to those whom a {@link RouteRule} names, and to nobody else. */
@Configuration
class SecurityConfiguration {
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Every request is measured as a whole; measuring each of its security filters too costs more than they do. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** OWASP's first choice of parameters for Argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    }

    @Bean
    RouteRules accessRoutes() {
        return RouteRules.of(
                RouteRule.everyone(HttpMethod.GET, "/sign-in"),
                RouteRule.everyone(HttpMethod.POST, "/sign-in"),
                RouteRule.everyone(HttpMethod.POST, "/sign-out"),
                RouteRule.staff(HttpMethod.GET, "/home"),
                RouteRule.everyone(HttpMethod.GET, "/errors/{slug}"),
                RouteRule.everyone(HttpMethod.GET, "/error"),
                RouteRule.everyone(HttpMethod.POST, "/error"),
                RouteRule.everyone(HttpMethod.GET, "/{file:[a-z]+\\.(?:css|js|svg)}"),
                RouteRule.everyone(HttpMethod.GET, "/webjars/**"),
                RouteRule.everyone(HttpMethod.GET, "/api/openapi"),
                RouteRule.everyone(HttpMethod.GET, "/api/openapi.yaml"),
                RouteRule.everyone(HttpMethod.GET, "/actuator/health"),
                RouteRule.everyone(HttpMethod.GET, "/actuator/health/{*part}"),
                RouteRule.only(HttpMethod.GET, "/actuator/prometheus", Role.ADMINISTRATOR));
    }

    /** For programs: no session and no cookie, so nothing that a foreign page could ride on. */
    @Bean
    @Order(1)
    SecurityFilterChain apiFilters(
            HttpSecurity http,
            List<RouteRules> rules,
            ResumeCodes codes,
            ApplicationOwners owners,
            Attempts attempts,
            Problems problems) {
        http.securityMatcher("/api/**", "/actuator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint((request, response, e) ->
                        problems.write(request, response, refusal(rules, request, ErrorCode.NOT_SIGNED_IN))))
                .addFilterAfter(new ApplicantBearerFilter(codes, owners, attempts), BasicAuthenticationFilter.class)
                .addFilterBefore(new UploadGuard(List.of(), problems::write), BasicAuthenticationFilter.class)
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, e) ->
                                problems.write(request, response, refusal(rules, request, ErrorCode.NOT_SIGNED_IN)))
                        .accessDeniedHandler((request, response, e) ->
                                problems.write(request, response, refusal(rules, request, ErrorCode.NOT_ALLOWED))));
        return withRules(http, rules).build();
    }

    /** For people: a session that dies at sign-out, and a token in every form. */
    @Bean
    @Order(2)
    SecurityFilterChain pageFilters(HttpSecurity http, List<RouteRules> rules) {
        http.addFilterBefore(new UploadGuard(rules, UploadGuard::asPage), CsrfFilter.class);
        http.formLogin(form -> form.loginPage("/sign-in")
                        .defaultSuccessUrl("/home")
                        .failureHandler((request, response, e) -> response.sendRedirect(
                                e instanceof org.springframework.security.authentication.LockedException
                                        ? "/sign-in?locked"
                                        : "/sign-in?failed")))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/sign-in?signed_out")
                        .invalidateHttpSession(true)
                        .deleteCookies("quanheng"))
                .requestCache(Customizer.withDefaults())
                .exceptionHandling(handling -> handling.accessDeniedHandler((request, response, e) ->
                                response.sendError(refusal(rules, request, ErrorCode.NOT_ALLOWED)
                                        .status()))
                        .defaultAuthenticationEntryPointFor(
                                (request, response, e) ->
                                        response.sendError(refusal(rules, request, ErrorCode.NOT_FOUND)
                                                .status()),
                                request -> refusal(rules, request, ErrorCode.NOT_SIGNED_IN) != ErrorCode.NOT_SIGNED_IN)
                        .defaultAuthenticationEntryPointFor(
                                (request, response, e) -> response.sendRedirect("/resume"),
                                PathPatternRequestMatcher.withDefaults().matcher("/applications/**"))
                        .defaultAuthenticationEntryPointFor(
                                (request, response, e) -> response.sendRedirect("/resume"),
                                PathPatternRequestMatcher.withDefaults().matcher("/loans/**"))
                        .defaultAuthenticationEntryPointFor(
                                (request, response, e) -> response.sendRedirect("/sign-in"), request -> true));
        return withRules(http, rules).build();
    }

    /** Why a request was refused: no rule speaks of its address, none of its method, or one of them keeps this person out. */
    private static ErrorCode refusal(List<RouteRules> rules, HttpServletRequest request, ErrorCode keptOut) {
        List<RouteRule> ofAddress = rules.stream()
                .flatMap(part -> part.rules().stream())
                .filter(rule -> PathPatternRequestMatcher.withDefaults()
                        .matcher(rule.pattern())
                        .matches(request))
                .toList();
        if (ofAddress.isEmpty()) {
            return ErrorCode.NOT_FOUND;
        }
        return ofAddress.stream().anyMatch(rule -> rule.method().matches(request.getMethod()))
                ? keptOut
                : ErrorCode.METHOD_NOT_ALLOWED;
    }

    private static HttpSecurity withRules(HttpSecurity http, List<RouteRules> rules) {
        return http.authorizeHttpRequests(requests -> {
                    for (RouteRules part : rules) {
                        for (RouteRule rule : part.rules()) {
                            requests.requestMatchers(rule.method(), rule.pattern())
                                    .hasAnyAuthority(rule.roles().stream()
                                            .map(Role::authority)
                                            .toArray(String[]::new));
                        }
                    }
                    requests.anyRequest().denyAll();
                })
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(policy -> policy.policy(
                                org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                                        .ReferrerPolicy.SAME_ORIGIN)));
    }
}
