package org.quanheng.scoring.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanheng.scoring.scorecard.GermanCredit;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.validation.Figures;

final class ModelCardTests {
    private static final LocalDate FROM = LocalDate.of(1973, 1, 1);
    private static final LocalDate TO = LocalDate.of(1975, 12, 31);

    @Test
    void saysWhatTheModelIsAndWhoApprovedIt() {
        Scorecard card = Scorecard.train(GermanCredit.development(), ScorecardRules.standard());
        Sample heldOut = GermanCredit.heldOut();
        ModelCard draft = ModelCard.of(
                card,
                "consumer",
                "1",
                new ModelCard.Data("German Credit, UCI", FROM, TO, "not repaid as agreed", 700, 210),
                "consumer loans of the sample lender",
                List.of("no real book: the data are fifty years old"),
                Figures.of(card.pds(heldOut.table()), heldOut.bad()));
        assertThat(draft.approvals()).isEmpty();
        assertThat(draft.facts()).isEqualTo(card.facts());
        assertThat(draft.figures().get("AUC in validation"))
                .isEqualTo(Figures.of(card.pds(heldOut.table()), heldOut.bad())
                        .auc()
                        .value());
        ModelCard signed =
                draft.approved(new ModelCard.Approval("M. Wang", "model risk", LocalDate.of(2026, 11, 26), ""));
        assertThat(ModelCard.fromJson(signed.toJson())).isEqualTo(signed);
    }

    @Test
    void leavesNothingOut() {
        assertThatThrownBy(() -> new ModelCard.Data(" ", TO, FROM, "", 0, 1))
                .hasMessageContaining("source of the data")
                .hasMessageContaining("what counts as bad")
                .hasMessageContaining("a last day not before 1975-12-31, came 1973-01-01")
                .hasMessageContaining("rows");
        ModelCard.Data data = new ModelCard.Data("a", FROM, TO, "b", 10, 1);
        assertThatThrownBy(() -> new ModelCard("", "", data, "", List.of(), List.of(), java.util.Map.of(), List.of()))
                .hasMessageContaining("name")
                .hasMessageContaining("version")
                .hasMessageContaining("purpose")
                .hasMessageContaining("limits")
                .hasMessageContaining("facts");
        assertThatThrownBy(() -> ModelCard.fromJson("{}")).hasMessageContaining("came nothing");
        assertThatThrownBy(() -> ModelCard.fromJson("{\"form\":\"quanheng-model-card-1\"}"))
                .hasMessageContaining("data");
    }
}
