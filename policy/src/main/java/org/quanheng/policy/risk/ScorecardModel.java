package org.quanheng.policy.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quanheng.policy.canonical.CanonicalJson;
import org.quanheng.policy.fact.FactValue;
import org.quanheng.policy.fact.Facts;
import org.quanheng.scoring.scorecard.Score;
import org.quanheng.scoring.scorecard.Scorecard;

/** A scorecard as a model of risk. */
public final class ScorecardModel implements RiskModel {
    /** PDs are rounded before anything is decided on them: exponentials may differ in the last bit between machines. */
    private static final int PD_DIGITS = 9;

    private static final int POINT_DIGITS = 4;

    private final String id;
    private final Scorecard scorecard;
    private final String hash;
    private final Set<String> characteristics;

    /** A scorecard under a name; its hash is that of its JSON. */
    public ScorecardModel(String id, Scorecard scorecard) {
        this.id = id;
        this.scorecard = scorecard;
        this.hash = CanonicalJson.sha256(scorecard.toJson());
        this.characteristics = Collections.unmodifiableSet(new TreeSet<>(scorecard.facts()));
    }

    /** The scorecard. */
    public Scorecard scorecard() {
        return scorecard;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String hash() {
        return hash;
    }

    @Override
    public Set<String> characteristics() {
        return characteristics;
    }

    @Override
    public Assessment assess(Facts facts) {
        if (!facts.names().containsAll(characteristics)) {
            Set<String> missing = new TreeSet<>(characteristics);
            missing.removeAll(facts.names());
            throw new IllegalArgumentException("model " + id
                    + ": expected a value for each characteristic, got none for " + String.join(", ", missing));
        }
        Score score = scorecard.score(
                name -> facts.value(name).map(FactValue::asObject).orElse(null));
        List<Contribution> contributions = score.contributions().stream()
                .map(part -> new Contribution(
                        part.characteristic(),
                        facts.value(part.characteristic())
                                .map(FactValue::asText)
                                .orElse(""),
                        part.label(),
                        decimal(part.points(), POINT_DIGITS),
                        decimal(part.neutral(), POINT_DIGITS)))
                .toList();
        return new Assessment(
                decimal(score.pd(), PD_DIGITS), decimal(score.points(), POINT_DIGITS), contributions, List.of());
    }

    private static BigDecimal decimal(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
    }
}
