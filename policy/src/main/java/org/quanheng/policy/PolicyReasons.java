package org.quanheng.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.quanheng.policy.reason.Reason;
import org.quanheng.policy.risk.Assessment;
import org.quanheng.policy.risk.Contribution;
import org.quanheng.policy.rule.Effect;
import org.quanheng.policy.rule.MatchedRow;
import org.quanheng.policy.rule.Verdict;

/** Makes reasons of what rules, model, limit and price say. */
final class PolicyReasons {
    private PolicyReasons() {}

    /** Characteristics by points lost against the average applicant, most first; those that lost none are no reason. */
    static List<Reason> scored(Assessment assessment) {
        return assessment.contributions().stream()
                .filter(contribution -> contribution.lost().signum() > 0)
                .sorted(Comparator.comparing(Contribution::lost).reversed().thenComparing(Contribution::characteristic))
                .map(contribution -> Reason.of(
                        "score." + contribution.characteristic(),
                        Map.of("fact", contribution.characteristic(), "answer", contribution.answer())))
                .toList();
    }

    static List<Reason> declining(Verdict verdict) {
        return ofRows(verdict, Effect.DECLINE);
    }

    static List<Reason> referring(Verdict verdict) {
        return ofRows(verdict, Effect.REFER);
    }

    static Reason ofLimit(Limit limit) {
        String code = switch (limit.binding()) {
            case GRADE -> "limit.by_grade";
            case DEBT_SERVICE -> "limit.by_debt_service";
            case PRODUCT -> "limit.by_product";
        };
        return Reason.of(code, Map.of("limit", limit.amount().amount().toPlainString()));
    }

    static Reason ofPrice(Price price) {
        return Reason.of(
                "price.above_cap", Map.of("cap", price.capAnnualCost().toPlainString(), "rule", price.capRule()));
    }

    static List<Reason> first(List<Reason> reasons, int most) {
        return reasons.stream().distinct().limit(most).toList();
    }

    private static List<Reason> ofRows(Verdict verdict, Effect effect) {
        return verdict.matched().stream()
                .filter(row -> row.effect() == effect)
                .map(PolicyReasons::ofRow)
                .distinct()
                .toList();
    }

    private static Reason ofRow(MatchedRow row) {
        return Reason.of("rule." + row.reason(), Map.of("row", row.row()));
    }
}
