package org.quanheng.app.model.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Accounts;
import org.quanheng.app.model.Proposal;

/** Puts proposals into the words of the pages. */
final class ProposalViews {
    private ProposalViews() {}

    static ModelPage.Act of(Proposal proposal, Accounts accounts) {
        Proposal.@Nullable Verdict verdict = proposal.verdict();
        String decidedBy = proposal.decidedBy();
        return new ModelPage.Act(
                proposal.id().toString(),
                proposal.modelId(),
                proposal.reason(),
                accounts.nameOf(proposal.proposedBy()).orElse(proposal.proposedBy()),
                proposal.proposedAt(),
                verdict == null ? "open" : verdict.name().toLowerCase(Locale.ROOT),
                decidedBy == null ? null : accounts.nameOf(decidedBy).orElse(decidedBy),
                proposal.decidedAt(),
                proposal.note());
    }
}
