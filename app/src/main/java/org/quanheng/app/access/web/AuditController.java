package org.quanheng.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Accounts;
import org.quanheng.app.access.Pages;
import org.quanheng.app.access.Role;
import org.quanheng.app.access.RouteRule;
import org.quanheng.app.access.RouteRules;
import org.quanheng.app.audit.AuditChain;
import org.quanheng.app.audit.AuditRecords;
import org.quanheng.app.audit.ChainVerification;
import org.quanheng.app.audit.LinkedRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The record of every act, for auditors. */
@Controller
class AuditController {
    private static final int PAGE = 50;

    private final AuditRecords records;
    private final AuditChain chain;
    private final Accounts accounts;
    private final Pages pages;
    private final Clock clock;

    AuditController(AuditRecords records, AuditChain chain, Accounts accounts, Pages pages, Clock clock) {
        this.records = records;
        this.chain = chain;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
    }

    @Bean
    static RouteRules auditRules() {
        return RouteRules.of(RouteRule.only(HttpMethod.GET, "/audit", Role.AUDITOR, Role.ADMINISTRATOR));
    }

    @GetMapping("/audit")
    String audit(
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Long before,
            HttpServletRequest request,
            Model model) {
        List<LinkedRecord> linked = records.newest(subject, before == null ? Long.MAX_VALUE : before, PAGE + 1);
        List<LinkedRecord> shown = linked.subList(0, Math.min(PAGE, linked.size()));
        ChainVerification verification = chain.verify();
        model.addAttribute("page", pages.of(request));
        model.addAttribute(
                "view",
                new AuditView(
                        new AuditView.Chain(
                                verification.records(),
                                verification.firstFaultyRecord(),
                                clock.instant(),
                                shown.isEmpty() ? null : hex(shown.getFirst())),
                        shown.stream().map(this::entry).toList(),
                        subject,
                        linked.size() > PAGE
                                ? href(subject, shown.getLast().record().id())
                                : null,
                        before == null ? null : href(subject, null)));
        return "audit";
    }

    private AuditView.Entry entry(LinkedRecord linked) {
        var record = linked.record();
        return new AuditView.Entry(
                record.id(),
                record.at(),
                accounts.nameOf(record.actor()).orElse(record.actor()),
                null,
                record.act(),
                record.subject(),
                hex(linked));
    }

    private static String hex(LinkedRecord linked) {
        byte[] hash = linked.hash();
        return hash == null ? "" : HexFormat.of().formatHex(hash);
    }

    private static String href(@Nullable String subject, @Nullable Long before) {
        StringBuilder href = new StringBuilder("/audit");
        String separator = "?";
        if (subject != null) {
            href.append(separator)
                    .append("subject=")
                    .append(java.net.URLEncoder.encode(subject, java.nio.charset.StandardCharsets.UTF_8));
            separator = "&";
        }
        if (before != null) {
            href.append(separator).append("before=").append(before);
        }
        return href.toString();
    }
}
