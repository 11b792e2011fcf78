package org.quanheng.app.model.web;

import java.util.ArrayList;
import java.util.List;
import org.quanheng.app.access.Role;
import org.quanheng.app.access.RouteRule;
import org.quanheng.app.access.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may use the routes of the workshop: analysts build and propose, heads of lending sign, auditors read. */
@Configuration
class WorkshopRoutes {
    private static final List<String> READ = List.of(
            "/models",
            "/models/{id}",
            "/models/{id}/drift",
            "/models/{id}/files/{file}",
            "/workshop",
            "/workshop/compare",
            "/workshop/data/{id}",
            "/workshop/training/{id}",
            "/workshop/training/{id}/progress",
            "/workshop/training/{id}/scorecard.{format}",
            "/workshop/training/{id}/bins/{number}");
    private static final List<String> WRITE = List.of(
            "/workshop/data",
            "/workshop/data/{id}/card",
            "/workshop/data/{id}/training",
            "/workshop/training/{id}/cancel",
            "/workshop/training/{id}/again",
            "/workshop/training/{id}/model",
            "/workshop/training/{id}/bins/{number}",
            "/models/{id}/proposal");

    @Bean
    RouteRules workshopRules() {
        List<RouteRule> rules = new ArrayList<>();
        READ.forEach(path ->
                rules.add(RouteRule.only(HttpMethod.GET, path, Role.RISK_ANALYST, Role.HEAD_OF_LENDING, Role.AUDITOR)));
        WRITE.forEach(path -> rules.add(RouteRule.only(HttpMethod.POST, path, Role.RISK_ANALYST)));
        rules.add(RouteRule.only(HttpMethod.GET, "/workshop/import", Role.RISK_ANALYST));
        rules.add(RouteRule.only(HttpMethod.POST, "/models/{id}/verdict", Role.HEAD_OF_LENDING));
        return new RouteRules(rules);
    }
}
