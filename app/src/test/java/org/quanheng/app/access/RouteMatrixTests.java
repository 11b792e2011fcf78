package org.quanheng.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quanheng.app.RunningLender;
import org.quanheng.app.Visitor;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every route of the running platform × every role, over HTTP: let through or refused as the route's rule says. */
class RouteMatrixTests {
    private static final RunningLender LENDER = RunningLender.get();
    private static final List<HttpMethod> BOTH = List.of(HttpMethod.GET, HttpMethod.POST);

    /** Routes that a filter serves and no handler. */
    private static final List<Route> OF_FILTERS =
            List.of(new Route(HttpMethod.POST, "/sign-in"), new Route(HttpMethod.POST, "/sign-out"));

    private static final Map<Role, Visitor> PAGES = new EnumMap<>(Role.class);
    private static final Map<Role, Visitor> PROGRAMS = new EnumMap<>(Role.class);
    private static String ownApplication = "";

    record Route(HttpMethod method, String path) {}

    @BeforeAll
    static void everyRoleComesIn() throws IOException, InterruptedException {
        Visitor.Applied applied = LENDER.visitor().apply("Matrix Applicant");
        ownApplication = applied.id();
        for (Role role : Role.values()) {
            Visitor pages = LENDER.visitor();
            Visitor program = LENDER.visitor();
            if (role == Role.APPLICANT) {
                pages.resume(applied);
                program.authorized(applied.bearer());
            } else if (role != Role.ANONYMOUS) {
                var signIn = LENDER.signInOf(role.name());
                assertThat(pages.signIn(signIn.login(), signIn.password()).location())
                        .endsWith("/home");
                program.authorized("Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (signIn.login() + ":" + signIn.password()).getBytes(StandardCharsets.UTF_8)));
            }
            PAGES.put(role, pages);
            PROGRAMS.put(role, program);
        }
    }

    @Test
    void everyRouteHasARule() {
        List<Route> without =
                routes().stream().filter(route -> rulesOf(route).isEmpty()).toList();
        assertThat(routes()).hasSizeGreaterThan(25);
        assertThat(without).as("routes without a rule").isEmpty();
    }

    @Test
    void everyRuleHasARoute() throws IOException {
        Set<Route> known = routes();
        known.addAll(staticFiles());
        List<String> without = rules().stream()
                .filter(rule -> known.stream().noneMatch(route -> fits(rule, route)))
                .map(rule -> rule.method() + " " + rule.pattern())
                .toList();
        assertThat(without).as("rules without a route").isEmpty();
    }

    @Test
    void everyStaticFileHasARule() throws IOException {
        assertThat(staticFiles())
                .hasSizeGreaterThan(4)
                .allSatisfy(file -> assertThat(rulesOf(file)).as("%s", file).isNotEmpty());
    }

    @Test
    void everyRoleIsLetThroughOrRefusedAsTheRuleSays() throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Role role : Role.values()) {
            for (Route route : routes()) {
                if (route.path().equals("/sign-out")) {
                    continue; // It would end the session; SessionTests walks it.
                }
                boolean allowed =
                        rulesOf(route).stream().anyMatch(rule -> rule.roles().contains(role));
                Visitor.Reply reply = ask(role, route);
                asked++;
                if (letThrough(role, reply) != allowed || reply.status() >= 500) {
                    wrong.add(role + " " + route + ": expected " + (allowed ? "let through" : "refused") + ", came "
                            + reply.status() + " " + reply.location());
                }
            }
        }
        assertThat(asked).isGreaterThan(200);
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatHasNoRouteIsServedToNobody() throws IOException, InterruptedException {
        for (Role role : Role.values()) {
            for (String path : List.of("/nowhere", "/api/nowhere", "/actuator/env")) {
                Visitor.Reply reply = ask(role, new Route(HttpMethod.GET, path));
                assertThat(reply.status()).as("%s %s", role, path).isIn(302, 401, 403, 404);
            }
        }
    }

    private static Visitor.Reply ask(Role role, Route route) throws IOException, InterruptedException {
        boolean api = route.path().startsWith("/api/") || route.path().startsWith("/actuator");
        Visitor visitor = (api ? PROGRAMS : PAGES).getOrDefault(role, LENDER.visitor());
        if (route.method().equals(HttpMethod.GET)) {
            return visitor.get(route.path());
        }
        return api ? visitor.postJson(route.path(), "{}") : visitor.post(route.path(), Map.of());
    }

    /** A refusal is 401, 403, or for somebody unknown who wants a page the way to where one signs in. */
    private static boolean letThrough(Role role, Visitor.Reply reply) {
        boolean sentAway = reply.status() == 302
                && role == Role.ANONYMOUS
                && (reply.location().endsWith("/sign-in") || reply.location().endsWith("/resume"));
        return reply.status() != 401 && reply.status() != 403 && !sentAway;
    }

    private static Set<Route> routes() {
        Set<Route> routes = new LinkedHashSet<>(OF_FILTERS);
        for (RequestMappingInfoHandlerMapping mapping :
                LENDER.parts(RequestMappingInfoHandlerMapping.class).values()) {
            mapping.getHandlerMethods().keySet().forEach(info -> {
                List<HttpMethod> methods = info.getMethodsCondition().getMethods().stream()
                        .map(method -> method.asHttpMethod())
                        .toList();
                for (HttpMethod method : methods.isEmpty() ? BOTH : methods) {
                    info.getPatternValues().forEach(pattern -> routes.add(new Route(method, example(pattern))));
                }
            });
        }
        return routes;
    }

    /** A path that the pattern fits, with the applicant's own application where an id stands. */
    private static String example(String pattern) {
        return pattern.replace("{id}", ownApplication)
                .replace("{step}", "you")
                .replace("{slug}", "not-found")
                .replaceAll("\\*\\*|\\{\\*[a-z]+}|\\{[a-z]+}", "readiness");
    }

    private static Set<Route> staticFiles() throws IOException {
        Set<Route> files = new LinkedHashSet<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:static/*.*")) {
            files.add(new Route(HttpMethod.GET, "/" + file.getFilename()));
        }
        files.add(new Route(HttpMethod.GET, "/webjars/htmx.org/dist/htmx.min.js"));
        return files;
    }

    private static List<RouteRule> rules() {
        return LENDER.parts(RouteRules.class).values().stream()
                .flatMap(part -> part.rules().stream())
                .toList();
    }

    private static List<RouteRule> rulesOf(Route route) {
        return rules().stream().filter(rule -> fits(rule, route)).toList();
    }

    private static boolean fits(RouteRule rule, Route route) {
        return rule.method().equals(route.method())
                && PathPatternParser.defaultInstance
                        .parse(rule.pattern())
                        .matches(PathContainer.parsePath(route.path()));
    }
}
