package org.quanheng.app.loan.web;

import org.quanheng.app.access.Role;
import org.quanheng.app.access.RouteRule;
import org.quanheng.app.access.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may use the routes of loans: an officer records and puts forward, the head of lending approves and undoes. */
@Configuration
class LoanRoutes {

    @Bean
    RouteRules loanRules() {
        return RouteRules.of(
                RouteRule.only(HttpMethod.GET, "/loans/{id}", Role.APPLICANT),
                RouteRule.only(HttpMethod.GET, "/loans/{id}/early-repayment", Role.APPLICANT),
                RouteRule.only(HttpMethod.POST, "/loans/{id}/early-repayment", Role.APPLICANT),
                RouteRule.only(HttpMethod.GET, "/loans/{id}/extension", Role.APPLICANT),
                RouteRule.only(HttpMethod.POST, "/loans/{id}/extension", Role.APPLICANT),
                RouteRule.only(HttpMethod.GET, "/loans/{id}/holiday", Role.APPLICANT),
                RouteRule.only(HttpMethod.POST, "/loans/{id}/holiday", Role.APPLICANT),
                RouteRule.only(HttpMethod.GET, "/loans/{id}/restructuring", Role.APPLICANT),
                RouteRule.only(HttpMethod.POST, "/loans/{id}/restructuring", Role.APPLICANT),
                RouteRule.only(HttpMethod.GET, "/loans/{id}/{table}.{format}", Role.APPLICANT),
                RouteRule.only(HttpMethod.POST, "/loans/{id}/withdrawal", Role.APPLICANT),
                RouteRule.only(HttpMethod.GET, "/servicing", Role.OFFICER, Role.HEAD_OF_LENDING),
                RouteRule.only(HttpMethod.GET, "/servicing/loans.{format}", Role.OFFICER, Role.HEAD_OF_LENDING),
                RouteRule.only(HttpMethod.GET, "/servicing/{id}", Role.OFFICER, Role.HEAD_OF_LENDING),
                RouteRule.only(HttpMethod.GET, "/servicing/{id}/{table}.{format}", Role.OFFICER, Role.HEAD_OF_LENDING),
                RouteRule.only(HttpMethod.POST, "/servicing/{id}/payments", Role.OFFICER),
                RouteRule.only(HttpMethod.POST, "/servicing/{id}/refunds", Role.OFFICER),
                RouteRule.only(HttpMethod.POST, "/servicing/{id}/proposals", Role.OFFICER),
                RouteRule.only(HttpMethod.POST, "/servicing/{id}/proposals/withdrawal", Role.OFFICER),
                RouteRule.only(HttpMethod.POST, "/servicing/{id}/write-offs", Role.OFFICER),
                RouteRule.only(HttpMethod.POST, "/servicing/{id}/decisions", Role.HEAD_OF_LENDING),
                RouteRule.only(HttpMethod.POST, "/servicing/{id}/reversals", Role.HEAD_OF_LENDING),
                RouteRule.only(HttpMethod.GET, "/api/loans/{id}", Role.APPLICANT, Role.OFFICER, Role.HEAD_OF_LENDING),
                RouteRule.only(
                        HttpMethod.GET, "/api/loans/{id}/schedule", Role.APPLICANT, Role.OFFICER, Role.HEAD_OF_LENDING),
                RouteRule.only(
                        HttpMethod.GET,
                        "/api/loans/{id}/statement",
                        Role.APPLICANT,
                        Role.OFFICER,
                        Role.HEAD_OF_LENDING),
                RouteRule.only(
                        HttpMethod.GET,
                        "/api/loans/{id}/{table}.{format}",
                        Role.APPLICANT,
                        Role.OFFICER,
                        Role.HEAD_OF_LENDING),
                RouteRule.only(
                        HttpMethod.POST,
                        "/api/loans/{id}/previews",
                        Role.APPLICANT,
                        Role.OFFICER,
                        Role.HEAD_OF_LENDING),
                RouteRule.only(
                        HttpMethod.GET, "/api/loans/{id}/requests", Role.APPLICANT, Role.OFFICER, Role.HEAD_OF_LENDING),
                RouteRule.only(HttpMethod.POST, "/api/loans/{id}/requests", Role.APPLICANT),
                RouteRule.only(HttpMethod.POST, "/api/loans/{id}/requests/{request}/withdrawal", Role.APPLICANT),
                RouteRule.only(HttpMethod.POST, "/api/loans/{id}/requests/{request}/proposal", Role.OFFICER),
                RouteRule.only(HttpMethod.POST, "/api/loans/{id}/requests/{request}/proposal/withdrawal", Role.OFFICER),
                RouteRule.only(HttpMethod.POST, "/api/loans/{id}/requests/{request}/decision", Role.HEAD_OF_LENDING),
                RouteRule.only(HttpMethod.POST, "/api/loans/{id}/write-offs", Role.OFFICER),
                RouteRule.only(HttpMethod.POST, "/api/loans/{id}/repayments", Role.OFFICER),
                RouteRule.only(HttpMethod.POST, "/api/loans/{id}/refunds", Role.OFFICER),
                RouteRule.only(HttpMethod.POST, "/api/loans/{id}/reversals", Role.HEAD_OF_LENDING));
    }
}
