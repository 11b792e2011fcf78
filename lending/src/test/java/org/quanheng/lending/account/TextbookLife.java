package org.quanheng.lending.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Rate;
import org.quanheng.lending.terms.RepaymentMethod;

/** Lets random things happen to a loan of the textbook, and says what they are for the library. */
final class TextbookLife {
    private final Random random;
    private final TextbookTerms terms;
    private final TextbookStory story;
    private long undrawn;
    private boolean shared;
    private int happened;
    private int rankOfToday;

    TextbookLife(Random random, TextbookTerms terms, TextbookStory story) {
        this.random = random;
        this.terms = terms;
        this.story = story;
        this.undrawn = terms.lent();
    }

    /** The first draw-down. */
    LoanEvent begin() {
        return drawn(random.nextInt(3) == 0 ? terms.lent() / 2 : terms.lent());
    }

    /** The next day on which something may happen: any, or the next due date, or the same day once more. */
    LocalDate nextDay() {
        LocalDate day = switch (random.nextInt(4)) {
            case 0 ->
                book().isRunning()
                        ? book().terms.fallsDue(book().fallen)
                        : book().today.plusDays(9);
            case 1 -> book().today.plusDays(random.nextInt(3));
            default -> book().today.plusDays(random.nextInt(45));
        };
        rankOfToday = day.equals(book().today) ? rankOfToday : 0;
        return day;
    }

    /** Something that can happen today, done to the textbook; null if nothing does. */
    @Nullable LoanEvent happen() {
        LoanEvent event = book().writtenOff ? recovered() : book().isRunning() ? ofARunningLoan() : ofALateLoan();
        rankOfToday = event == null ? rankOfToday : EventOrder.rank(event);
        return event;
    }

    private boolean mayBe(int rank) {
        return rank >= rankOfToday;
    }

    private @Nullable LoanEvent ofARunningLoan() {
        if (book().purse.held() > 0 && random.nextInt(8) == 0) {
            return refunded();
        }
        LoanEvent rare = random.nextInt(2) == 0 ? null : rare();
        return rare != null ? rare : random.nextInt(40) == 0 && book().payoff() > 0 ? writtenOff() : paid();
    }

    private @Nullable LoanEvent rare() {
        int what = random.nextInt(8);
        if (!mayBe(what)) {
            return null;
        }
        return switch (what) {
            case 0 -> undrawn() > 0 ? drawn(1 + random.nextLong(undrawn())) : null;
            case 1 -> rateReset();
            case 2 -> shared ? null : partnerShared();
            case 3, 4 -> charged(what == 3);
            case 5 -> book().notDue() > 0 ? extended() : null;
            case 6 -> book().principal() > 0 ? rescheduled() : null;
            default -> book().plan.end() - book().fallen > 1 && book().notDue() > 0 ? rested() : null;
        };
    }

    private @Nullable LoanEvent ofALateLoan() {
        if (book().purse.held() > 0) {
            return refunded();
        }
        if (book().closed || book().payoff() == 0) {
            return random.nextInt(8) == 0 && book().excess() == Excess.HELD ? paid() : null;
        }
        return random.nextInt(4) == 0 ? writtenOff() : paid();
    }

    private TextbookAccount book() {
        return story.book();
    }

    private String id() {
        happened++;
        return "event " + happened;
    }

    private long undrawn() {
        return terms.method() == RepaymentMethod.REVOLVING ? terms.lent() - book().principal() : undrawn;
    }

    private LoanEvent drawn(long cents) {
        undrawn -= cents;
        story.happens(book -> book.draw(cents));
        return new LoanEvent.Disbursed(id(), book().today, TextbookTerms.money(cents));
    }

    private LoanEvent rateReset() {
        BigDecimal rate = random.nextInt(4) == 0 ? book().interest.rateOn(book().today) : TextbookTerms.rate(random);
        story.happens(book -> book.setRate(rate));
        return new LoanEvent.RateReset(id(), book().today, new Rate(rate));
    }

    private LoanEvent partnerShared() {
        shared = true;
        BigDecimal percent = BigDecimal.valueOf(1 + random.nextInt(1_000_000), 4);
        story.happens(book -> book.share(percent));
        return new LoanEvent.PartnerShared(id(), book().today, "bank", percent);
    }

    private LoanEvent charged(boolean fee) {
        long cents = 1L + random.nextInt(3_000);
        story.happens(book -> book.charge(fee ? cents : 0, fee ? 0 : cents));
        return fee
                ? new LoanEvent.FeeCharged(id(), book().today, "letter", TextbookTerms.money(cents))
                : new LoanEvent.PenaltyCharged(id(), book().today, TextbookTerms.money(cents));
    }

    private LoanEvent extended() {
        int periods = 1 + random.nextInt(4);
        story.happens(book -> book.extend(periods));
        return new LoanEvent.Extended(id(), book().today, periods);
    }

    private LoanEvent rescheduled() {
        int periods = 1 + random.nextInt(12);
        BigDecimal rate = random.nextBoolean() ? null : TextbookTerms.rate(random);
        story.happens(book -> book.reschedule(periods, rate));
        return new LoanEvent.Rescheduled(id(), book().today, periods, rate == null ? null : new Rate(rate));
    }

    private LoanEvent rested() {
        int instalments = 1 + random.nextInt(book().plan.end() - book().fallen - 1);
        story.happens(book -> book.rest(instalments));
        return new LoanEvent.HolidayGranted(id(), book().today, instalments);
    }

    private LoanEvent writtenOff() {
        story.happens(book -> book.writeOff());
        return new LoanEvent.WrittenOff(id(), book().today);
    }

    private @Nullable LoanEvent recovered() {
        if (book().lost == 0 || random.nextInt(3) == 0) {
            return null;
        }
        long cents = 1 + random.nextLong(book().lost);
        story.happens(book -> book.recover(cents));
        return new LoanEvent.Recovered(id(), book().today, TextbookTerms.money(cents));
    }

    private @Nullable LoanEvent paid() {
        Excess said = random.nextBoolean() ? null : TextbookTerms.excess(random);
        Excess excess = said == null ? book().excess() : said;
        long cents = payment(excess);
        if (cents == 0 || !mayBe(8)) {
            return null;
        }
        story.pays(cents, excess);
        return said == null
                ? new LoanEvent.Repaid(id(), book().today, TextbookTerms.money(cents))
                : new LoanEvent.RepaidEarly(id(), book().today, TextbookTerms.money(cents), said);
    }

    /** What is due, more or less, or all; what can be held may be any amount. */
    private long payment(Excess excess) {
        TextbookAccount book = story.ifPaidToday();
        long due = book.dueNow();
        long payable = Math.min(due + book.notDue(), book.payoff());
        long most = excess == Excess.HELD ? book.payoff() + 50_000 : payable;
        return switch (random.nextInt(6)) {
            case 0, 1 -> due;
            case 2 -> due / 2;
            case 3 -> Math.min(most, due + random.nextInt(100_000));
            case 4 -> random.nextInt(6) == 0 ? book.payoff() : due;
            default -> most == 0 ? 0 : random.nextLong(most);
        };
    }

    private LoanEvent refunded() {
        long cents = 1 + random.nextLong(book().purse.held());
        story.happens(book -> book.purse.put(-cents));
        return new LoanEvent.Refunded(id(), book().today, TextbookTerms.money(cents));
    }
}
