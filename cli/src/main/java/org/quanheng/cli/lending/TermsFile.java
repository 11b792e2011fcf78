package org.quanheng.cli.lending;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.fault.Fault;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.Rounding;
import org.quanheng.lending.calendar.BusinessDayRule;
import org.quanheng.lending.calendar.Calendars;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.calendar.HolidayCalendar;
import org.quanheng.lending.calendar.MonthEndRule;
import org.quanheng.lending.terms.DateRules;
import org.quanheng.lending.terms.Fee;
import org.quanheng.lending.terms.FloatingRate;
import org.quanheng.lending.terms.Grace;
import org.quanheng.lending.terms.IndexSeries;
import org.quanheng.lending.terms.InstalmentBasis;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.LoanTermsBuilder;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.lending.terms.Resolution;
import org.quanheng.lending.terms.ResolvedTerms;
import org.quanheng.lending.terms.Step;

/** Reads the terms of a loan from a JSON object; docs/methods/lending-files.md lists its fields. */
final class TermsFile {
    private final Fields fields;
    private final CallFaults faults;
    private final @Nullable Currency currency;

    TermsFile(Fields fields, CallFaults faults) {
        this.fields = fields;
        this.faults = faults;
        this.currency = fields.currency("currency");
    }

    @Nullable Currency currency() {
        return currency;
    }

    /** The loan bound to its dates; null when anything is faulty, which is then recorded. */
    @Nullable ResolvedTerms resolved() {
        LoanTermsBuilder builder = LoanTerms.builder();
        amounts(builder);
        method(builder);
        interest(builder);
        dates(builder);
        fees(builder);
        FloatingRate floating = floating(builder);
        LocalDate start = fields.date("start");
        LocalDate firstDue = fields.dateIfThere("firstDue");
        LocalDate lastDue = fields.dateIfThere("lastDue");
        List<Move> moves = moves();
        Map<LocalDate, Rate> rates = rates(fields.parts("rates"), "0");
        Map<LocalDate, Rate> index = index();
        if (!faults.none()) {
            return null;
        }
        return told(() -> {
            Resolution resolution = builder.build().resolving(start);
            if (firstDue != null) {
                resolution.firstDueOn(firstDue);
            }
            if (lastDue != null) {
                resolution.lastDueOn(lastDue);
            }
            if (floating != null) {
                resolution.index(new IndexSeries(floating.index(), index));
            }
            rates.forEach(resolution::rateFrom);
            moves.forEach(move -> move.onto(resolution));
            return resolution.resolve();
        });
    }

    /** What the library makes of it; its faults become faults of the file. */
    private <T> @Nullable T told(Supplier<T> made) {
        try {
            return made.get();
        } catch (FaultyInputException e) {
            faults.addAll(e);
            return null;
        }
    }

    /** The same of one field, which is named in the library's place. */
    private <T> @Nullable T told(String field, Supplier<T> made) {
        try {
            return made.get();
        } catch (FaultyInputException e) {
            e.faults().forEach(fault -> faults.add(Fault.of(field, fault.expected(), fault.came(), fault.maybe())));
            return null;
        }
    }

    private void amounts(LoanTermsBuilder builder) {
        Money principal = fields.amount("principal", currency);
        if (principal != null && fields.has("principal")) {
            if (!principal.isPositive() && faults.none()) {
                faults.add("principal", "an amount above zero", principal.toString());
            }
            builder.principal(principal);
        }
        boolean floats = fields.has("floating");
        if (!floats || fields.has("rate")) {
            builder.rate(new Rate(fields.decimal("rate", "0", "10")));
        }
        builder.downPaymentPercent(fields.decimal("downPaymentPercent", "0", "100", BigDecimal.ZERO));
    }

    private void method(LoanTermsBuilder builder) {
        List<String> parts = fields.texts("principalParts");
        builder.method(fields.word("method", RepaymentMethod.class, RepaymentMethod.EQUAL_INSTALMENT));
        String count = fields.has("instalments") ? "instalments" : "months";
        boolean counted = parts.isEmpty() || fields.has(count);
        if (counted) {
            builder.instalments(fields.whole(count, 1, LoanTerms.MOST_INSTALMENTS));
        }
        if (fields.has("months") && fields.has("instalments")) {
            faults.add("instalments, months", "one of the two", Phrase.of("both"));
        }
        if (!parts.isEmpty()) {
            List<Money> amounts = new ArrayList<>();
            for (int k = 0; k < parts.size(); k++) {
                Money part = Fields.amount("principalParts[" + k + "]", parts.get(k), currency, faults);
                if (part != null) {
                    amounts.add(part);
                }
            }
            builder.principalParts(amounts);
        }
        Fields step = fields.part("step");
        if (step != null) {
            int every = step.whole("every", 1, LoanTerms.MOST_INSTALMENTS);
            BigDecimal percent = step.decimal("percent", "-50", "100");
            step.refuseOthers();
            told(() -> builder.step(new Step(every, percent)));
        }
        Fields grace = fields.part("grace");
        if (grace != null) {
            builder.grace(new Grace(
                    grace.whole("principal", 0, LoanTerms.MOST_INSTALMENTS, 0),
                    grace.whole("interestPayment", 0, LoanTerms.MOST_INSTALMENTS, 0),
                    grace.whole("interestFree", 0, LoanTerms.MOST_INSTALMENTS, 0)));
            grace.refuseOthers();
        }
    }

    private void interest(LoanTermsBuilder builder) {
        builder.frequency(fields.frequency("frequency", Frequency.MONTHLY));
        String interest = fields.text("interest");
        if (interest != null && !"by_period".equals(interest)) {
            told("interest", () -> builder.interestByDay(DayCount.of(interest)));
        }
        builder.instalmentBasis(fields.word("instalmentBasis", InstalmentBasis.class, InstalmentBasis.EACH_PERIOD));
        Fields rounding = fields.part("rounding");
        if (rounding != null) {
            RoundingMode mode = rounding.word("mode", RoundingMode.class, RoundingMode.HALF_UP);
            int interestUnit = rounding.whole("interestUnit", 1, 1_000_000, 1);
            int instalmentUnit = rounding.whole("instalmentUnit", 1, 1_000_000, 1);
            Rounding.Place place = rounding.word("place", Rounding.Place.class, Rounding.Place.PERIOD);
            if (rounding.yes("smoothResidue")) {
                builder.smoothResidue();
            }
            rounding.refuseOthers();
            told(() -> builder.rounding(new Rounding(mode, interestUnit, instalmentUnit, place)));
        }
    }

    private void dates(LoanTermsBuilder builder) {
        Fields dates = fields.part("dates");
        if (dates == null) {
            return;
        }
        MonthEndRule monthEnd = dates.word("monthEnd", MonthEndRule.class, MonthEndRule.SAME_DAY);
        BusinessDayRule rule = dates.word("businessDay", BusinessDayRule.class, BusinessDayRule.NO_ADJUST);
        String calendar = dates.text("calendar");
        boolean follows = dates.yes("interestFollows");
        dates.refuseOthers();
        HolidayCalendar days = told("dates.calendar", () -> Calendars.of(calendar == null ? "none" : calendar));
        if (days != null) {
            builder.dateRules(DateRules.PLAIN.with(monthEnd).with(rule, days, follows));
        }
    }

    private void fees(LoanTermsBuilder builder) {
        List<Fee> fees = new ArrayList<>();
        if (fields.has("fee")) {
            Money amount = fields.amount("fee", currency);
            if (amount != null) {
                fees.add(Fee.upFront("fee", Fee.LENDER, amount));
            }
        }
        for (Fields fee : fields.parts("fees")) {
            String name = fee.words("name");
            String payee = fee.words("payee");
            Fee.Charged charged = fee.word("charged", Fee.Charged.class, Fee.Charged.UP_FRONT);
            Money amount = fee.has("amount") ? fee.amount("amount", currency) : null;
            BigDecimal percent = fee.has("percent") ? fee.decimal("percent", "0", "100") : null;
            fee.refuseOthers();
            Fee read = told(() -> new Fee(name, payee, charged, amount, percent));
            if (read != null) {
                fees.add(read);
            }
        }
        builder.fees(fees);
    }

    private @Nullable FloatingRate floating(LoanTermsBuilder builder) {
        Fields floating = fields.part("floating");
        if (floating == null) {
            return null;
        }
        String index = floating.words("index");
        Rate spread = new Rate(floating.decimal("spread", "-1", "10"));
        Frequency reset = floating.frequency("reset", Frequency.YEARLY);
        Rate floor = floating.has("floor") ? new Rate(floating.decimal("floor", "0", "10")) : null;
        Rate cap = floating.has("cap") ? new Rate(floating.decimal("cap", "0", "10")) : null;
        floating.refuseOthers();
        FloatingRate read = told(() -> new FloatingRate(index, spread, reset, floor, cap));
        if (read != null) {
            builder.floatingRate(read);
        }
        return read;
    }

    private Map<LocalDate, Rate> index() {
        return rates(fields.parts("indexValues"), "-1");
    }

    /** Rates by the day from which they hold; an index may lie below zero, the rate of a loan may not. */
    private Map<LocalDate, Rate> rates(List<Fields> lines, String min) {
        Map<LocalDate, Rate> rates = new LinkedHashMap<>();
        for (Fields line : lines) {
            LocalDate from = line.date("from");
            if (rates.put(from, new Rate(line.decimal("rate", min, "10"))) != null) {
                faults.add(line.at("from"), "each day once", Phrase.of("{0} twice", from));
            }
            line.refuseOthers();
        }
        return rates;
    }

    private List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        fields.parts("draws").forEach(line -> add(moves, line, true));
        fields.parts("repayments").forEach(line -> add(moves, line, false));
        return moves;
    }

    private void add(List<Move> moves, Fields line, boolean drawn) {
        LocalDate on = line.date("on");
        Money amount = line.amount("amount", currency);
        line.refuseOthers();
        if (amount != null) {
            moves.add(new Move(on, amount, drawn));
        }
    }

    /** A planned draw-down or repayment. */
    private record Move(LocalDate on, Money amount, boolean drawn) {
        void onto(Resolution resolution) {
            if (drawn) {
                resolution.draw(on, amount);
            } else {
                resolution.repay(on, amount);
            }
        }
    }
}
