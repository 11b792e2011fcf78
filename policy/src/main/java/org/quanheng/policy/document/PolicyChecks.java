package org.quanheng.policy.document;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.quanheng.fault.Fault;
import org.quanheng.lending.Money;
import org.quanheng.lending.terms.Fee;
import org.quanheng.policy.document.PolicyDocument.Cutoffs;
import org.quanheng.policy.document.PolicyDocument.Grade;
import org.quanheng.policy.document.PolicyDocument.OfferRule;
import org.quanheng.policy.document.PolicyDocument.Scope;

/** What must hold between the parts of a policy document. */
final class PolicyChecks {
    private final List<Fault> faults;

    private PolicyChecks(List<Fault> faults) {
        this.faults = faults;
    }

    static void check(PolicyDocument document, List<Fault> faults) {
        PolicyChecks checks = new PolicyChecks(faults);
        checks.scope(document.scope());
        checks.cutoffs(document.cutoffs());
        checks.grades(document.limits().grades());
        checks.offers(document.offers());
        checks.charges(document);
        checks.distinct("rateCaps", document.rateCaps(), PolicyDocument.RateCap::id);
        checks.distinct(
                "rateCaps", document.rateCaps(), cap -> cap.effectiveFrom().toString());
        checks.distinct("authorities", document.authorities(), PolicyDocument.Authority::role);
        if (document.eligibilityDmn().isBlank()) {
            checks.add("eligibility", "DMN XML", "nothing");
        }
    }

    private void scope(Scope scope) {
        if (scope.amountMin().compareTo(scope.amountMax()) > 0) {
            add("scope", "amountMin at most amountMax", scope.amountMin() + " and " + scope.amountMax());
        }
        if (scope.monthsMin() > scope.monthsMax()) {
            add("scope", "monthsMin at most monthsMax", scope.monthsMin() + " and " + scope.monthsMax());
        }
    }

    private void cutoffs(Cutoffs cutoffs) {
        if (cutoffs.approveAtMost().compareTo(cutoffs.declineAbove()) > 0) {
            add(
                    "cutoffs",
                    "approveAtMost at most declineAbove",
                    cutoffs.approveAtMost() + " and " + cutoffs.declineAbove());
        }
    }

    private void grades(List<Grade> grades) {
        distinct("limits.grades", grades, Grade::name);
        BigDecimal before = new BigDecimal(-1);
        for (Grade grade : grades) {
            if (grade.pdAtMost().compareTo(before) <= 0) {
                add("limits.grades", "pdAtMost that rises from grade to grade", before + " before " + grade.pdAtMost());
            }
            before = grade.pdAtMost();
        }
        if (before.compareTo(BigDecimal.ONE) != 0) {
            add("limits.grades", "a last grade with pdAtMost 1, so that every PD has one", before.toPlainString());
        }
    }

    private void offers(List<OfferRule> offers) {
        distinct("offers", offers, OfferRule::id);
        if (offers.getFirst().monthsFactor().compareTo(BigDecimal.ONE) != 0) {
            add(
                    "offers",
                    "a first offer with monthsFactor 1: what was asked for",
                    offers.getFirst().monthsFactor().toPlainString());
        }
    }

    private void charges(PolicyDocument document) {
        List<Fee> fees = document.charges().fees();
        distinct("charges.fees", fees, fee -> fee.name() + " of " + fee.payee() + ", " + fee.charged());
        Money least = document.scope().amountMin();
        Money upFront = document.charges().upFront(least);
        if (upFront.compareTo(least) >= 0) {
            add("charges.fees", "up front less than the least amount lent", upFront + " of " + least);
        }
        // Where lending costs nothing, a loan without interest breaks even, and its fees alone could be above the cap.
        if (!fees.isEmpty() && document.price().cost().signum() == 0) {
            add("price", "a cost above 0 beside fees", document.price().cost().toPlainString());
        }
    }

    private <T> void distinct(String subject, List<T> items, Function<T, String> key) {
        Set<String> seen = new HashSet<>();
        for (T item : items) {
            if (!seen.add(key.apply(item))) {
                add(subject, "each once", key.apply(item) + " twice");
            }
        }
    }

    private void add(String subject, String expected, String came) {
        faults.add(Fault.of(subject, expected, came));
    }
}
