package org.quanheng.lending.account;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanheng.lending.terms.RepaymentMethod;

/** How much principal each instalment to come asks for, and what was paid ahead of it. */
final class TextbookPlan {
    private static final List<Excess> ORDER =
            List.of(Excess.NEXT_INSTALMENTS_AS_SCHEDULED, Excess.RUNNING_INSTALMENT, Excess.NEXT_INSTALMENTS);

    private final TextbookTerms terms;
    private int end;
    private int principalFrom;
    private int interestFrom;
    private Fraction agreed = Fraction.ZERO;
    private long part;
    private Map<Integer, Long> parts = Map.of();
    private long skipped;
    private final Map<Excess, Long> ahead = new EnumMap<>(Excess.class);

    TextbookPlan(TextbookTerms terms) {
        this.terms = terms;
        this.end = terms.periods();
        this.principalFrom = terms.grace().principal();
        this.interestFrom = terms.grace().interestPayment();
    }

    TextbookPlan copy() {
        TextbookPlan copy = new TextbookPlan(terms);
        copy.end = end;
        copy.principalFrom = principalFrom;
        copy.interestFrom = interestFrom;
        copy.agreed = agreed;
        copy.part = part;
        copy.parts = parts;
        copy.skipped = skipped;
        copy.ahead.putAll(ahead);
        return copy;
    }

    int end() {
        return end;
    }

    void end(int periods) {
        end = periods;
        principalFrom = Math.min(principalFrom, end - 1);
        interestFrom = Math.min(interestFrom, end - 1);
    }

    boolean followsTheRate() {
        return terms.method() == RepaymentMethod.EQUAL_INSTALMENT || terms.method() == RepaymentMethod.STEP;
    }

    /** The instalments that rest ask for nothing, and no agreed grace gets shorter. */
    void rest(int running, int instalments) {
        principalFrom = Math.max(principalFrom, running + instalments);
        interestFrom = Math.max(interestFrom, running + instalments);
    }

    boolean asksForInterest(int period) {
        return period == end - 1 || (period >= interestFrom && terms.method() != RepaymentMethod.BULLET);
    }

    long ahead() {
        return ahead.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What was paid ahead and bears no interest any more. */
    long savingInterest() {
        return ahead() - ahead.getOrDefault(Excess.NEXT_INSTALMENTS_AS_SCHEDULED, 0L);
    }

    long forgetAhead() {
        long all = ahead();
        ahead.clear();
        skipped = 0;
        return all;
    }

    /** Whether early money waits for the instalments to come, and keeps it if so. */
    boolean goesAhead(long cents, Excess excess) {
        boolean waits = ORDER.contains(excess);
        if (waits) {
            ahead.merge(excess, cents, Long::sum);
        }
        return waits;
    }

    /** Takes what was paid ahead for an instalment: first what saves no interest, then what was for the running one. */
    long takeAhead(long principal) {
        long taken = 0;
        for (Excess how : ORDER) {
            long now = Math.min(ahead.getOrDefault(how, 0L), principal - taken);
            ahead.merge(how, -now, Long::sum);
            taken += now;
        }
        return taken;
    }

    /** What exceeded the instalment that ran when it was paid. */
    long takeRestOfRunning() {
        Long rest = ahead.remove(Excess.RUNNING_INSTALMENT);
        return rest == null ? 0 : rest;
    }

    long skipped() {
        return skipped;
    }

    void skip(long cents) {
        skipped += cents;
    }

    /** The principal of an instalment; the last one takes the rest. */
    long principal(int period, long planned, long interest) {
        if (period == end - 1) {
            return planned;
        }
        long wanted = period < principalFrom ? 0 : Math.max(0, wanted(period, interest));
        long less = Math.min(skipped, wanted);
        skipped -= less;
        return Math.min(wanted - less, planned);
    }

    private long wanted(int period, long interest) {
        return switch (terms.method()) {
            case EQUAL_INSTALMENT, STEP -> terms.toInstalment(agreed.times(weight(period))) - interest;
            case EQUAL_PRINCIPAL -> part;
            case CUSTOM -> parts.getOrDefault(period, 0L);
            case FLAT -> terms.toInstalment(agreed.plus(Fraction.of(interest, 1))) - interest;
            default -> 0;
        };
    }

    private Fraction weight(int period) {
        Fraction weight = Fraction.ONE;
        if (terms.method() == RepaymentMethod.STEP) {
            Fraction growth = Fraction.of(100 + terms.step().percent().longValueExact(), 100);
            for (int k = 0;
                    k < (period - terms.grace().principal()) / terms.step().every();
                    k++) {
                weight = weight.times(growth);
            }
        }
        return weight;
    }

    void findAgainAtANewRate(TextbookAccount account) {
        if (terms.method() != RepaymentMethod.EQUAL_PRINCIPAL) {
            findAgain(account);
        }
    }

    /** Finds the amounts of the instalments to come again, from what is then owed. */
    void findAgain(TextbookAccount account) {
        int running = account.fallen;
        int first = Math.min(Math.max(running, principalFrom), end - 1);
        long owed = account.planned + skipped;
        Fraction share = Fraction.of(owed, end - first);
        agreed = switch (terms.method()) {
            case EQUAL_INSTALMENT, STEP -> annuity(account, first, owed);
            default -> share;
        };
        part = terms.toInstalment(share);
        parts = agreedParts(running, owed);
    }

    /** The parts that were agreed from a period on, as far as what is owed reaches. */
    private Map<Integer, Long> agreedParts(int running, long owed) {
        Map<Integer, Long> agreedParts = new HashMap<>();
        long left = owed;
        for (int k = running; k < terms.instalments(); k++) {
            agreedParts.put(k, Math.min(terms.parts().get(k), left));
            left -= agreedParts.get(k);
        }
        return agreedParts;
    }

    private Fraction annuity(TextbookAccount account, int first, long owed) {
        boolean ofRunning = first == account.fallen;
        Fraction present = ofRunning ? weight(first) : Fraction.ZERO;
        Fraction discount = Fraction.ONE;
        for (int k = ofRunning ? first + 1 : first; k < end; k++) {
            discount = discount.dividedBy(Fraction.ONE.plus(account.interest.factor(k)));
            present = present.plus(weight(k).times(discount));
        }
        Fraction due = Fraction.of(owed, 1).plus(ofRunning ? account.interest.foreseen() : Fraction.ZERO);
        return due.dividedBy(present);
    }
}
