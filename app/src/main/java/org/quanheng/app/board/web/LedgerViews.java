package org.quanheng.app.board.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.board.BalanceStudy;
import org.quanheng.app.board.BoardFigures.StepFigure;
import org.quanheng.app.page.Estimate;
import org.quanheng.balance.EvidenceGrade;
import org.quanheng.balance.ledger.Conflict;
import org.quanheng.balance.ledger.FairnessOfEffort;
import org.quanheng.balance.ledger.LedgerRow;
import org.quanheng.balance.ledger.StepLog;

/** Puts the friction ledger of a study into what the board shows. */
final class LedgerViews {
    private static final double THOUSAND = 1000;
    private static final double THOUSAND_HOURS = THOUSAND / 60;

    /** Who measured what stands in our own log; {@code ledger.by.log} is its name. */
    private static final String OUR_LOG = "";

    private LedgerViews() {}

    /**
     * Conflicts, then what is worth least; required steps, which nobody can leave out, last.
     *
     * @param measured what our own events say of the steps
     * @param sample whether the applicants are a program, whose minutes and leavers are no person's
     */
    static LedgerView of(BalanceStudy study, List<StepFigure> measured, boolean sample) {
        List<Conflict> conflicts = study.ledger().conflicts();
        Set<String> odd =
                conflicts.stream().map(conflict -> conflict.step().id()).collect(Collectors.toSet());
        return new LedgerView(
                study.currency(),
                study.people(),
                conflicts.stream().map(LedgerViews::conflict).toList(),
                study.ledger().rows(sample ? Map.of() : logs(measured)).stream()
                        .map(row -> row(row, odd.contains(row.step().id())))
                        .sorted(Comparator.comparing((LedgerView.Row row) -> !row.conflict())
                                .thenComparing(LedgerView.Row::required)
                                .thenComparingDouble(row -> row.net().value()))
                        .toList(),
                groups(study),
                study.evidence().fairness().minutesAtMost().doubleValue(),
                study.fair(study.today()),
                fairestRate(study));
    }

    private static Map<String, StepLog> logs(List<StepFigure> measured) {
        return measured.stream()
                .filter(figure -> figure.log().isPresent())
                .collect(Collectors.toMap(
                        StepFigure::step, figure -> figure.log().orElseThrow()));
    }

    private static LedgerView.Conflict conflict(Conflict conflict) {
        return new LedgerView.Conflict(
                conflict.kind().name().toLowerCase(Locale.ROOT),
                conflict.step().id(),
                times(conflict.value(), THOUSAND),
                times(conflict.loss(), THOUSAND),
                times(conflict.minutes(), THOUSAND_HOURS),
                times(conflict.goods(), THOUSAND));
    }

    private static LedgerView.Row row(LedgerRow row, boolean conflict) {
        return new LedgerView.Row(
                row.step().id(),
                row.required(),
                conflict,
                row.asked(),
                times(row.minutes(), 1),
                row.measured(),
                row.step().cost().doubleValue(),
                times(row.goodsLost(), THOUSAND),
                times(row.lossPrevented(), THOUSAND),
                times(row.net(), THOUSAND),
                row.grade().name().toLowerCase(Locale.ROOT),
                row.grade() == EvidenceGrade.LOG && row.measured() > 0
                        ? OUR_LOG
                        : row.step().source().by());
    }

    private static List<LedgerView.Group> groups(BalanceStudy study) {
        double bound = study.evidence().fairness().minutesAtMost().doubleValue();
        FairnessOfEffort today = study.ways().get(study.today()).fairness();
        return today.gaps().stream()
                .map(gap -> new LedgerView.Group(
                        gap.column(),
                        gap.group(),
                        gap.people(),
                        times(gap.minutes(), 1),
                        gap.compared(),
                        !(gap.minutes().value() > bound)))
                .toList();
    }

    private static @Nullable Double fairestRate(BalanceStudy study) {
        OptionalInt fairest = study.fairest();
        return fairest.isPresent()
                ? (Double) study.ways().get(fairest.getAsInt()).point().rate()
                : null;
    }

    private static Estimate times(org.quanheng.balance.ledger.Estimate estimate, double factor) {
        return new Estimate(estimate.value() * factor, estimate.low() * factor, estimate.high() * factor);
    }
}
