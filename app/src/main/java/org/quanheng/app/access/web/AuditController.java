package org.quanheng.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Accounts;
import org.quanheng.app.access.Exports;
import org.quanheng.app.access.Pages;
import org.quanheng.app.access.Role;
import org.quanheng.app.access.RouteRule;
import org.quanheng.app.access.RouteRules;
import org.quanheng.app.access.StaffMember;
import org.quanheng.app.audit.AuditChain;
import org.quanheng.app.audit.AuditRecords;
import org.quanheng.app.audit.ChainVerification;
import org.quanheng.app.audit.LinkedRecord;
import org.quanheng.app.page.Page;
import org.quanheng.app.page.Sheet;
import org.quanheng.app.page.Sheet.Column;
import org.quanheng.app.page.SheetFormat;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The record of every act, for auditors. */
@Controller
class AuditController {
    private static final int PAGE = 50;
    private static final int PART = 500;

    private final AuditRecords records;
    private final AuditChain chain;
    private final Accounts accounts;
    private final Exports exports;
    private final Pages pages;
    private final Clock clock;

    AuditController(
            AuditRecords records, AuditChain chain, Accounts accounts, Exports exports, Pages pages, Clock clock) {
        this.records = records;
        this.chain = chain;
        this.accounts = accounts;
        this.exports = exports;
        this.pages = pages;
        this.clock = clock;
    }

    @Bean
    static RouteRules auditRules() {
        return RouteRules.of(
                RouteRule.only(HttpMethod.GET, "/audit", Role.AUDITOR, Role.ADMINISTRATOR),
                RouteRule.only(HttpMethod.GET, "/audit/records.{format}", Role.AUDITOR, Role.ADMINISTRATOR));
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

    @GetMapping("/audit/records.{format}")
    void file(
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String subject,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        SheetFormat file = Exports.format(format);
        Page page = pages.of(request);
        exports.record(member, subject == null ? "audit:all" : subject, "records", file);
        Exports.send(
                new Sheet<>(page.t("audit.title"), columns(page), () -> all(subject)),
                "audit-" + LocalDate.now(clock.withZone(pages.zone())),
                file,
                response);
    }

    private static List<Column<AuditView.Entry>> columns(Page page) {
        return List.of(
                Column.number(page.t("audit.col.number"), entry -> BigDecimal.valueOf(entry.number())),
                Column.moment(page.t("audit.col.at"), page.zone(), AuditView.Entry::at),
                Column.text(page.t("audit.col.act"), entry -> entry.act(page)),
                Column.text(page.t("audit.col.actor"), AuditView.Entry::actor),
                Column.text(page.t("audit.col.subject"), AuditView.Entry::subject),
                Column.text(page.t("audit.col.hash"), AuditView.Entry::hash));
    }

    /** All records, newest first, read part by part. */
    private Iterator<AuditView.Entry> all(@Nullable String subject) {
        return Stream.iterate(
                        records.newest(subject, Long.MAX_VALUE, PART),
                        part -> !part.isEmpty(),
                        part -> records.newest(subject, part.getLast().record().id(), PART))
                .flatMap(List::stream)
                .map(this::entry)
                .iterator();
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
