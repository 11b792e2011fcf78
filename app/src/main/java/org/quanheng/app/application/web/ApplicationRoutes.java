package org.quanheng.app.application.web;

import org.quanheng.app.access.Role;
import org.quanheng.app.access.RouteRule;
import org.quanheng.app.access.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may use the routes of applications. */
@Configuration
class ApplicationRoutes {

    @Bean
    RouteRules applicationRules() {
        return RouteRules.of(
                RouteRule.everyone(HttpMethod.GET, "/"),
                RouteRule.everyone(HttpMethod.GET, "/payment"),
                RouteRule.everyone(HttpMethod.GET, "/payment/schedule.{format}"),
                RouteRule.only(HttpMethod.POST, "/applications", Role.ANONYMOUS, Role.APPLICANT),
                RouteRule.only(HttpMethod.GET, "/applications", Role.APPLICANT),
                RouteRule.only(HttpMethod.GET, "/applications/{id}", Role.APPLICANT),
                RouteRule.only(HttpMethod.GET, "/applications/{id}/steps/{step}", Role.APPLICANT),
                RouteRule.only(HttpMethod.POST, "/applications/{id}/steps/{step}", Role.APPLICANT),
                RouteRule.only(HttpMethod.GET, "/applications/{id}/answer", Role.APPLICANT),
                RouteRule.only(HttpMethod.POST, "/applications/{id}/acceptance", Role.APPLICANT),
                RouteRule.only(HttpMethod.POST, "/applications/{id}/review-request", Role.APPLICANT),
                RouteRule.only(HttpMethod.GET, "/resume", Role.ANONYMOUS, Role.APPLICANT),
                RouteRule.only(HttpMethod.POST, "/resume", Role.ANONYMOUS, Role.APPLICANT),
                RouteRule.only(HttpMethod.GET, "/work", Role.OFFICER, Role.UNDERWRITER, Role.HEAD_OF_LENDING),
                RouteRule.only(
                        HttpMethod.GET,
                        "/working-capital",
                        Role.OFFICER,
                        Role.UNDERWRITER,
                        Role.RISK_ANALYST,
                        Role.HEAD_OF_LENDING),
                RouteRule.only(HttpMethod.GET, "/cases.{format}", Role.OFFICER, Role.UNDERWRITER, Role.HEAD_OF_LENDING),
                RouteRule.only(HttpMethod.GET, "/cases/{id}", Role.OFFICER, Role.UNDERWRITER, Role.HEAD_OF_LENDING),
                RouteRule.only(
                        HttpMethod.POST, "/cases/{id}/decision", Role.OFFICER, Role.UNDERWRITER, Role.HEAD_OF_LENDING),
                RouteRule.only(HttpMethod.POST, "/api/applications", Role.ANONYMOUS, Role.APPLICANT),
                RouteRule.only(HttpMethod.GET, "/api/applications/{id}", Role.APPLICANT),
                RouteRule.only(HttpMethod.POST, "/api/applications/{id}/answers", Role.APPLICANT),
                RouteRule.only(HttpMethod.POST, "/api/applications/{id}/acceptance", Role.APPLICANT),
                RouteRule.everyone(HttpMethod.GET, "/api/products"));
    }
}
