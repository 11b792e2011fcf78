package org.quanheng.trials.lending;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.account.AccountTerms;
import org.quanheng.lending.account.AllocationOrder;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.LateInterest;
import org.quanheng.lending.account.LoanAccount;
import org.quanheng.lending.account.LoanEvent;
import org.quanheng.lending.account.LoanState;
import org.quanheng.lending.account.PenaltyTerms;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.terms.ResolvedTerms;

/** Histories of loans drawn at random: payments on time, late and early, changes, reversals, write-offs. */
final class RandomHistories {
    private static final List<Excess> EXCESSES = List.of(Excess.values());
    private static final List<LateInterest> LATES = List.of(LateInterest.values());
    private static final int EVENTS_MAX = 9;

    private final Random random;
    private int number;

    RandomHistories(Random random) {
        this.random = random;
    }

    /** An account with a history; events that the library refuses are not part of it. */
    LoanAccount next() {
        ResolvedTerms loan = new RandomLoans(random).forHistory();
        LoanAccount account = LoanAccount.open(terms(loan));
        account = account.with(
                new LoanEvent.Disbursed(id(), loan.disbursedOn(), loan.terms().principal()));
        LocalDate day = loan.disbursedOn();
        int count = random.nextInt(EVENTS_MAX);
        for (int k = 0; k < count; k++) {
            day = random.nextInt(4) == 0 ? day : nextDay(loan, day);
            LocalDate on = random.nextInt(5) == 0 ? earlier(loan.disbursedOn(), day) : day;
            try {
                account = account.with(event(account, on));
            } catch (FaultyInputException refused) {
                ScheduleProperties.require(!refused.faults().isEmpty(), "a refusal names its faults");
            }
        }
        return account;
    }

    private AccountTerms terms(ResolvedTerms loan) {
        AllocationOrder order = random.nextBoolean() ? AllocationOrder.PRINCIPAL_LAST : AllocationOrder.PRINCIPAL_FIRST;
        PenaltyTerms penalty = random.nextBoolean()
                ? PenaltyTerms.NONE
                : new PenaltyTerms(
                        BigDecimal.valueOf(15, 1), random.nextInt(4), random.nextBoolean(), DayCount.ACT_360);
        return AccountTerms.of(loan).with(order).with(pick(LATES), penalty).withExcess(pick(EXCESSES), pick(EXCESSES));
    }

    private LocalDate nextDay(ResolvedTerms loan, LocalDate day) {
        if (random.nextBoolean()) {
            for (var period : loan.periods()) {
                if (period.dueDate().isAfter(day)) {
                    return period.dueDate();
                }
            }
        }
        return day.plusDays(random.nextInt(50));
    }

    /** A day on which the event should have been recorded: it is back-dated. */
    private LocalDate earlier(LocalDate from, LocalDate to) {
        return from.plusDays(random.nextLong(to.toEpochDay() - from.toEpochDay() + 1));
    }

    private LoanEvent event(LoanAccount account, LocalDate day) {
        LoanState state = account.state(day);
        return switch (random.nextInt(18)) {
            case 0 -> new LoanEvent.RateReset(id(), day, Rate.ofBasisPoints(random.nextInt(2_400)));
            case 1 -> new LoanEvent.FeeCharged(id(), day, "statement", amount(state, 500));
            case 2 -> new LoanEvent.PenaltyCharged(id(), day, amount(state, 900));
            case 3 -> new LoanEvent.Extended(id(), day, 1 + random.nextInt(6));
            case 4 -> new LoanEvent.Rescheduled(id(), day, 1 + random.nextInt(12), null);
            case 5 -> new LoanEvent.HolidayGranted(id(), day, 1 + random.nextInt(3));
            case 6 -> new LoanEvent.PartnerShared(id(), day, "partner", BigDecimal.valueOf(1 + random.nextInt(90)));
            case 7 ->
                new LoanEvent.Reversed(
                        id(),
                        day,
                        account.events()
                                .get(random.nextInt(account.events().size()))
                                .id());
            case 8 -> random.nextInt(4) == 0 ? new LoanEvent.WrittenOff(id(), day) : paid(state, day);
            case 9 -> new LoanEvent.Recovered(id(), day, amount(state, 10_000));
            case 10, 11 -> new LoanEvent.RepaidEarly(id(), day, part(state), pick(EXCESSES));
            case 12 -> new LoanEvent.Repaid(id(), day, state.payoff());
            case 13 -> new LoanEvent.Repaid(id(), day, state.payoff().plus(amount(state, 50_000)));
            case 14 -> new LoanEvent.Refunded(id(), day, state.held());
            default -> paid(state, day);
        };
    }

    private LoanEvent paid(LoanState state, LocalDate day) {
        return new LoanEvent.Repaid(id(), day, random.nextInt(3) == 0 ? part(state) : state.due());
    }

    private Money part(LoanState state) {
        long most = Math.max(1, state.payoff().minorUnits());
        return Money.ofMinor(state.payoff().currency(), 1 + random.nextLong(most));
    }

    private Money amount(LoanState state, int most) {
        return Money.ofMinor(state.payoff().currency(), 1 + random.nextInt(most));
    }

    private String id() {
        return "event " + ++number;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
