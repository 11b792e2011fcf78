package org.quanheng.app.board.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quanheng.app.access.Accounts;
import org.quanheng.app.access.Pages;
import org.quanheng.app.access.Role;
import org.quanheng.app.access.RouteRule;
import org.quanheng.app.access.RouteRules;
import org.quanheng.app.access.StaffMember;
import org.quanheng.app.api.ActKeys;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.Ids;
import org.quanheng.app.board.BalanceStudies;
import org.quanheng.app.board.BalanceStudy;
import org.quanheng.app.decision.EvidenceDocument;
import org.quanheng.app.decision.Policies;
import org.quanheng.app.decision.Proposals;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The gate of the exchange rate: one person proposes, a second signs. */
@Controller
class ProposalController {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<BalanceView.Change>> CHANGES = new TypeReference<>() {};
    private static final int MOST_LISTED = 50;
    private static final int REASON_MOST = 1000;

    private final Proposals proposals;
    private final Policies policies;
    private final BalanceStudies studies;
    private final Accounts accounts;
    private final Pages pages;
    private final Ids ids;

    ProposalController(
            Proposals proposals, Policies policies, BalanceStudies studies, Accounts accounts, Pages pages, Ids ids) {
        this.proposals = proposals;
        this.policies = policies;
        this.studies = studies;
        this.accounts = accounts;
        this.pages = pages;
        this.ids = ids;
    }

    @Bean
    static RouteRules proposalRules() {
        return RouteRules.of(
                RouteRule.only(HttpMethod.POST, "/proposals", Role.HEAD_OF_LENDING, Role.RISK_ANALYST),
                RouteRule.only(HttpMethod.GET, "/proposals", Role.HEAD_OF_LENDING, Role.RISK_ANALYST, Role.AUDITOR),
                RouteRule.only(
                        HttpMethod.GET, "/proposals/{id}", Role.HEAD_OF_LENDING, Role.RISK_ANALYST, Role.AUDITOR),
                RouteRule.only(HttpMethod.POST, "/proposals/{id}/signature", Role.HEAD_OF_LENDING, Role.RISK_ANALYST),
                RouteRule.only(HttpMethod.POST, "/proposals/{id}/refusal", Role.HEAD_OF_LENDING, Role.RISK_ANALYST));
    }

    @PostMapping("/proposals")
    String propose(@RequestParam Map<String, String> form, @AuthenticationPrincipal StaffMember member) {
        var key = ActKeys.ofForm("proposals", form);
        if (!(studies.live() instanceof BalanceStudies.Progress.Done(BalanceStudy study))) {
            throw new Refusal(
                    ErrorCode.NOT_NOW, "the frontier is still being worked out. Maybe try again in some seconds.");
        }
        int way = way(study, form.getOrDefault("rate", ""));
        if (!study.fair(way)) {
            throw new Refusal(
                    ErrorCode.INPUT_FAULTY,
                    "rate: expected a stop at which no group is asked over "
                            + study.evidence().fairness().minutesAtMost().toPlainString()
                            + " minutes more than others at equal risk, came stop " + way);
        }
        String reason = form.getOrDefault("reason", "").strip();
        if (reason.isEmpty() || reason.length() > REASON_MOST) {
            throw new Refusal(
                    ErrorCode.INPUT_FAULTY,
                    "reason: expected 1 to " + REASON_MOST + " characters, came " + reason.length());
        }
        UUID id = proposals.propose(
                key,
                actor(member),
                BigDecimal.valueOf(study.ways().get(way).point().rate()),
                JSON.writeValueAsString(BalanceViews.changes(study, study.today(), way)),
                reason);
        return "redirect:/proposals/" + id;
    }

    /** The stop of the handle; asking everyone everything is no stop. */
    static int way(BalanceStudy study, String stop) {
        if (!stop.matches("\\d{1,3}") || Integer.parseInt(stop) >= study.everything()) {
            throw new Refusal(
                    ErrorCode.INPUT_FAULTY,
                    "rate: expected a stop of the handle, 0 to " + (study.everything() - 1) + ", came '" + stop + "'");
        }
        return Integer.parseInt(stop);
    }

    private static String actor(StaffMember member) {
        return "account:" + member.id();
    }

    @GetMapping("/proposals")
    String list(HttpServletRequest request, Model model) {
        model.addAttribute("page", pages.of(request));
        model.addAttribute(
                "view",
                new ProposalsView(
                        currency(),
                        proposals.newest(MOST_LISTED).stream()
                                .map(proposal -> new ProposalsView.Row(
                                        proposal.id().toString(),
                                        state(proposal),
                                        proposal.evidence().exchangeRate(),
                                        name(proposal.proposedBy()),
                                        proposal.proposedAt()))
                                .toList()));
        return "proposals";
    }

    private String currency() {
        return policies.live()
                .map(policy -> policy.document().currency().getCurrencyCode())
                .orElse("");
    }

    private static String state(Proposals.Proposal proposal) {
        return proposal.open() ? "open" : proposal.became() == null ? "refused" : "signed";
    }

    private String name(String actor) {
        return accounts.nameOf(actor).orElse(actor);
    }

    @GetMapping("/proposals/{id}")
    String show(
            @PathVariable UUID id,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            Model model) {
        Proposals.Proposal proposal =
                proposals.find(id).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such proposal"));
        boolean own = proposal.proposedBy().equals(actor(member));
        String endedBy = proposal.endedBy();
        model.addAttribute("page", pages.of(request));
        model.addAttribute(
                "view",
                new ProposalView(
                        id.toString(),
                        state(proposal),
                        currency(),
                        proposal.baseVersion(),
                        proposals
                                .evidenceOf(proposal.baseVersion())
                                .map(EvidenceDocument::exchangeRate)
                                .orElse(BigDecimal.ZERO),
                        proposal.evidence().exchangeRate(),
                        JSON.readValue(proposal.effect(), CHANGES),
                        proposal.reason(),
                        name(proposal.proposedBy()),
                        proposal.proposedAt(),
                        endedBy == null ? null : name(endedBy),
                        proposal.endedAt(),
                        proposal.became(),
                        proposal.open() && !own && member.role() != Role.AUDITOR,
                        own,
                        ids.nextKey()));
        return "proposal";
    }

    @PostMapping("/proposals/{id}/signature")
    String sign(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffMember member) {
        proposals.sign(ActKeys.ofForm("proposal:" + id, form), actor(member), id);
        return "redirect:/proposals/" + id;
    }

    @PostMapping("/proposals/{id}/refusal")
    String refuse(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffMember member) {
        proposals.refuse(ActKeys.ofForm("proposal:" + id, form), actor(member), id);
        return "redirect:/proposals/" + id;
    }
}
