package org.quanheng.balance;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

/** The sample lender's thousand histories, its scorecard, and its questions as steps of one fact. */
public final class GermanCredit {
    /** Facts that the sample policy's rules and limits need. */
    public static final Set<String> NEEDED = Set.of(
            "purpose",
            "credit_amount",
            "duration_months",
            "age",
            "employment_since",
            "other_debtors",
            "installment_rate");

    /** The 700 histories that train. */
    public static final Sample DEVELOPMENT = sample().where(row -> row % 10 < 7);

    /** The 300 applicants. */
    public static final Sample APPLICANTS = sample().where(row -> row % 10 >= 7);

    /** The sample lender's scorecard. */
    public static final Scorecard CARD = Scorecard.train(DEVELOPMENT, ScorecardRules.standard());

    private GermanCredit() {}

    private static Sample sample() {
        Table table = Table.read(Path.of(
                "..", "app", "src", "main", "resources", "org", "quanheng", "app", "sample", "german-credit.csv"));
        List<String> features = table.names().stream()
                .filter(name -> !Set.of("personal_status_sex", "foreign_worker", "target")
                        .contains(name))
                .toList();
        return Sample.of(table, "target", features);
    }

    /** Each question a step of its own. */
    public static EvidencePlan questions(double minutes, double hazard) {
        EvidenceSource source = new EvidenceSource(EvidenceGrade.ASSUMPTION, "Wang Lei");
        return new EvidencePlan(DEVELOPMENT.features().stream()
                .map(fact -> new EvidenceStep(fact, List.of(fact), minutes, BigDecimal.ZERO, hazard, false, source))
                .toList());
    }
}
