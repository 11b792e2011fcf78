package org.quanheng.lending.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.lending.ledger.LedgerAccount;
import org.quanheng.lending.ledger.LedgerEntry;
import org.quanheng.lending.ledger.Posting;

/** Random lives of random loans, each figure against the textbook's, after each event and on days between. */
class LoanAccountAgainstTextbookTests {
    private static final int LIVES = 200;

    @Test
    void everyFigureIsThatOfALifeLivedDayByDay() {
        for (long seed = 1; seed <= LIVES; seed++) {
            live(seed);
        }
    }

    static void live(long seed) {
        Random random = new Random(seed);
        TextbookTerms terms = TextbookTerms.of(random);
        TextbookStory story = new TextbookStory(terms);
        TextbookLife life = new TextbookLife(random, terms, story);
        List<LoanEvent> told = new ArrayList<>();
        LoanAccount account = LoanAccount.open(terms.account());
        LoanEvent event = life.begin();
        for (int k = 0; k < 14; k++) {
            if (event != null) {
                told.add(event);
                account = happens(account, event, event.date(), seed);
                requireSame(seed, account, story, told);
            }
            story.book().liveUntil(life.nextDay());
            requireSame(seed, account, story, told);
            event = life.happen();
        }
        requireAnyOrder(seed, account, told, story.book().today);
        requireLate(seed, account, told, told.get(random.nextInt(told.size())), story.book().today);
    }

    /** Recorded by kind and not by day, the last kind first, the history is the same. */
    private static void requireAnyOrder(long seed, LoanAccount account, List<LoanEvent> told, LocalDate day) {
        List<LoanEvent> byKind = new ArrayList<>(told);
        byKind.sort(Comparator.comparingInt(EventOrder::rank).reversed());
        LoanAccount again = LoanAccount.open(account.terms()).with(byKind);
        assertThat(figures(again, day)).as("seed %d by kind: %s", seed, told).isEqualTo(figures(account, day));
        assertThat(again.entries(day)).as("seed %d by kind: %s", seed, told).isEqualTo(account.entries(day));
    }

    /** An event that comes last counts as if it had come in time, and reversed as if it had never been. */
    private static void requireLate(
            long seed, LoanAccount account, List<LoanEvent> told, LoanEvent late, LocalDate day) {
        List<LoanEvent> others = new ArrayList<>(told);
        others.remove(late);
        boolean alone = others.stream()
                .noneMatch(
                        other -> other.date().equals(late.date()) && EventOrder.rank(other) == EventOrder.rank(late));
        LoanAccount without;
        try {
            without = LoanAccount.open(account.terms()).with(others);
        } catch (FaultyInputException e) {
            // What came later cannot be without it.
            return;
        }
        LoanAccount reversed = account.with(new LoanEvent.Reversed("undo", day, late.id()));
        assertThat(figures(reversed, day)).as("seed %d without %s", seed, late).isEqualTo(figures(without, day));
        if (alone) {
            LoanAccount after = happens(without, late, told.getLast().date(), seed);
            assertThat(figures(after, day)).as("seed %d, late %s", seed, late).isEqualTo(figures(account, day));
            assertThat(after.entries(day)).as("seed %d, late %s", seed, late).isEqualTo(account.entries(day));
        }
    }

    private static LoanAccount happens(LoanAccount account, LoanEvent event, LocalDate day, long seed) {
        LoanAccount after = account.with(event);
        Effect effect = account.preview(event);
        assertThat(effect.after().state(day))
                .as("seed %d, preview of %s", seed, event)
                .isEqualTo(after.state(day));
        assertThat(effect.after().schedule(day))
                .as("seed %d, preview of %s", seed, event)
                .isEqualTo(after.schedule(day));
        List<LedgerEntry> booked = new ArrayList<>(account.entries(day));
        booked.addAll(effect.entries());
        assertThat(sums(booked)).as("seed %d, entries of %s", seed, event).isEqualTo(sums(after.entries(day)));
        return after;
    }

    private static void requireSame(long seed, LoanAccount account, TextbookStory story, List<LoanEvent> told) {
        LocalDate day = story.book().today;
        assertThat(figures(account, day))
                .as("seed %d on %s: %s%n%s", seed, day, story.book().terms, told)
                .isEqualTo(figures(story));
    }

    private static String figures(TextbookStory story) {
        TextbookAccount book = story.book();
        StringBuilder figures = new StringBuilder();
        figures.append("principal ").append(book.principal());
        figures.append(" due ").append(book.due(AllocationOrder.Part.PRINCIPAL));
        figures.append(" interest ").append(book.dueInterest());
        figures.append(" fees ").append(book.due(AllocationOrder.Part.FEE));
        figures.append(" penalty ").append(book.duePenalty());
        figures.append(" accrued ").append(book.accruedInterest());
        figures.append(" held ").append(book.purse.held());
        figures.append(" payoff ").append(story.ifPaidToday().payoff());
        figures.append(" days ").append(book.daysPastDue());
        figures.append(" lost ").append(book.lost).append('\n');
        story.booklet().forEach(line -> figures.append(line).append('\n'));
        return figures.append(book.books.sums()).toString();
    }

    private static String figures(LoanAccount account, LocalDate day) {
        LoanState state = account.state(day);
        StringBuilder figures = new StringBuilder();
        figures.append("principal ").append(state.principal().minorUnits());
        figures.append(" due ").append(state.duePrincipal().minorUnits());
        figures.append(" interest ").append(state.dueInterest().minorUnits());
        figures.append(" fees ").append(state.dueFees().minorUnits());
        figures.append(" penalty ").append(state.duePenalty().minorUnits());
        figures.append(" accrued ").append(state.accruedInterest().minorUnits());
        figures.append(" held ").append(state.held().minorUnits());
        figures.append(" payoff ").append(state.payoff().minorUnits());
        figures.append(" days ").append(state.daysPastDue());
        figures.append(" lost ").append(state.lost().minorUnits()).append('\n');
        for (AccountRow row : account.schedule(day)) {
            figures.append(line(row)).append('\n');
        }
        return figures.append(sums(account.entries(day))).toString();
    }

    private static String line(AccountRow row) {
        return row.number() + " " + row.start() + " " + row.dueDate() + " "
                + row.principal().minorUnits() + " " + row.interest().minorUnits() + " "
                + row.fees().minorUnits() + " " + row.penalty().minorUnits() + " paid "
                + row.paid().minorUnits() + " left " + row.balanceAfter().minorUnits();
    }

    private static Map<LedgerAccount, Long> sums(List<LedgerEntry> entries) {
        Map<LedgerAccount, Long> sums = new TreeMap<>();
        for (LedgerEntry entry : entries) {
            for (Posting posting : entry.postings()) {
                sums.merge(posting.account(), posting.amount().minorUnits(), Long::sum);
            }
        }
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }
}
