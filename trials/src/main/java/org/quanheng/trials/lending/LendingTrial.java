package org.quanheng.trials.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.account.LoanAccount;
import org.quanheng.lending.terms.ResolvedTerms;

/** Checks the properties of schedules and accounts over random loans; one seed repeats a run. */
public final class LendingTrial {
    private LendingTrial() {}

    /**
     * What a run found.
     *
     * @param seed repeats the run
     * @param loans how many schedules were checked
     * @param histories how many histories were checked
     * @param failures one line for each failure, with the seed that repeats it alone
     */
    public record Result(long seed, long loans, long histories, List<String> failures) {}

    /** Checks so many loans and histories and prints progress. */
    public static Result run(long seed, long loans, long histories, Consumer<Phrase> progress) {
        List<String> failures = new ArrayList<>();
        for (long k = 0; k < loans && failures.size() < 20; k++) {
            loan(seed + k, failures);
            if ((k + 1) % 100_000 == 0) {
                progress.accept(Phrase.of("{0} loans", k + 1));
            }
        }
        for (long k = 0; k < histories && failures.size() < 20; k++) {
            history(seed + k, failures);
            if ((k + 1) % 10_000 == 0) {
                progress.accept(Phrase.of("{0} histories", k + 1));
            }
        }
        return new Result(seed, loans, histories, List.copyOf(failures));
    }

    /** Neighbouring seeds begin with like numbers, which would draw one method again and again: they are spread first. */
    private static Random random(long seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }

    private static void loan(long seed, List<String> failures) {
        ResolvedTerms loan = null;
        try {
            loan = new RandomLoans(random(seed)).any();
            ScheduleProperties.check(loan);
        } catch (AssertionError | RuntimeException e) {
            String terms = loan == null ? "while drawn" : loan.terms() + " from " + loan.disbursedOn();
            failures.add("loan of seed " + seed + " (" + terms + "): " + e);
        }
    }

    private static void history(long seed, List<String> failures) {
        LoanAccount account = null;
        try {
            Random random = random(seed);
            account = new RandomHistories(random).next();
            AccountProperties.check(account, random);
        } catch (AssertionError | RuntimeException e) {
            String events =
                    account == null ? "while drawn" : account.terms().loan().terms() + " " + account.events();
            failures.add("history of seed " + seed + " (" + events + "): " + e);
        }
    }
}
