package org.quanheng.app.loan.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.api.Fault;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.api.Typed;
import org.quanheng.app.loan.Loan;
import org.quanheng.app.page.FieldError;
import org.quanheng.app.page.Page;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.LoanState;

/** Reads what was typed or sent about a loan; each method notes what is wrong and goes on. */
final class LoanInputs {
    static final String AMOUNT = "amount";
    static final String ON = "on";
    static final String REFERENCE = "reference";

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,4})?");

    private final Map<String, String> typed;
    private final List<Fault> faults = new ArrayList<>();

    LoanInputs(Map<String, String> typed) {
        this.typed = typed;
    }

    List<Fault> faults() {
        return faults;
    }

    /**
     * A value that was read, once everything was.
     *
     * @throws Refusal with every fault if anything is wrong, whether with this value or another one
     */
    <T> T sound(@Nullable T value) {
        if (value == null || !faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        return value;
    }

    /**
     * The faults as a page shows them, with money and days as it writes them elsewhere.
     *
     * @param labels what the keys of the labels of its fields begin with; a fault names a field as its label does
     */
    static List<FieldError> errors(List<Fault> faults, Page page, String labels) {
        return faults.stream()
                .map(fault -> new FieldError(
                        fault.field(),
                        fault.code(),
                        fault.wordingArguments(page.t(labels + fault.field())).stream()
                                .map(argument -> written(argument, page))
                                .toList()))
                .toList();
    }

    private static Object written(Object argument, Page page) {
        return switch (argument) {
            case Money money -> page.formats().money(money.amount(), money.currencyCode());
            case LocalDate day -> page.formats().date(day);
            default -> argument;
        };
    }

    private String text(String field) {
        return Typed.plain(typed.getOrDefault(field, ""));
    }

    /** Notes a fault unless the condition holds, and says whether it does. */
    private boolean holds(boolean condition, String field, String code, Object... arguments) {
        if (!condition) {
            faults.add(new Fault(field, code, List.of(arguments), text(field)));
        }
        return condition;
    }

    private boolean given(String field) {
        return holds(!text(field).isEmpty(), field, "required");
    }

    /** An amount above zero of at most twelve digits, with at most the decimals that its currency has. */
    @Nullable Money amount(Currency currency) {
        if (!given(AMOUNT)) {
            return null;
        }
        Money amount = decimal(currency, Typed.number(text(AMOUNT)));
        return holds(amount != null && amount.isPositive(), AMOUNT, "money") ? amount : null;
    }

    private static @Nullable Money decimal(Currency currency, String number) {
        if (!DECIMAL.matcher(number).matches()) {
            return null;
        }
        try {
            return Money.of(currency, number);
        } catch (FaultyInputException e) {
            // Finer than a cent: the caller says what an amount looks like.
            return null;
        }
    }

    /**
     * An amount that can be repaid early on the day: no more than is owed without interest to come, or exactly what settles the loan.
     *
     * @param otherwise the day to take where the one that was typed is faulty, so that both faults are named at once
     */
    @Nullable Money payable(Loan loan, @Nullable LocalDate on, LocalDate otherwise) {
        Money amount = amount(loan.contract().principal().currency());
        if (amount == null) {
            return null;
        }
        LoanState state = loan.account().state(on == null ? otherwise : on);
        Money most = mostBesideSettling(state);
        boolean fits = amount.compareTo(most) <= 0 || amount.equals(state.payoff());
        boolean settles = most.equals(state.payoff());
        boolean payable = settles
                ? holds(fits, AMOUNT, "payable_all", most)
                : holds(fits, AMOUNT, "payable", most, state.payoff());
        return payable ? amount : null;
    }

    /** An amount that can come back on the day: no more than was written off and is still owed; the day as with {@link #payable}. */
    @Nullable Money recoverable(Loan loan, @Nullable LocalDate on, LocalDate otherwise) {
        Money amount = amount(loan.contract().principal().currency());
        if (amount == null) {
            return null;
        }
        Money lost = loan.account().state(on == null ? otherwise : on).lost();
        return holds(amount.compareTo(lost) <= 0, AMOUNT, "recoverable", lost) ? amount : null;
    }

    /** An amount that can go back on the day: no more than is held then; the day as with {@link #payable}. */
    @Nullable Money refundable(Loan loan, @Nullable LocalDate on, LocalDate otherwise) {
        Money amount = amount(loan.contract().principal().currency());
        if (amount == null) {
            return null;
        }
        Money held = loan.account().state(on == null ? otherwise : on).held();
        return holds(amount.compareTo(held) <= 0, AMOUNT, "refundable", held) ? amount : null;
    }

    /** The most that can be repaid early without settling the loan; no more than settles it beside what is held. */
    static Money mostBesideSettling(LoanState state) {
        return state.principal()
                .plus(state.dueInterest())
                .plus(state.dueFees())
                .plus(state.duePenalty())
                .min(state.payoff());
    }

    /** A day between two others, both included. */
    @Nullable LocalDate day(LocalDate from, LocalDate to) {
        if (!given(ON)) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text(ON));
            boolean within = !day.isBefore(from) && !day.isAfter(to);
            boolean allowed = from.equals(to)
                    ? holds(within, ON, "date_only", from)
                    : holds(within, ON, "date_between", from, to);
            return allowed ? day : null;
        } catch (DateTimeParseException e) {
            // Not a day: the fault says what a day looks like.
            holds(false, ON, "date");
            return null;
        }
    }

    /** What the bank calls a payment. */
    @Nullable String reference() {
        if (!given(REFERENCE)) {
            return null;
        }
        String text = text(REFERENCE);
        return holds(text.matches("[A-Za-z0-9][A-Za-z0-9./-]{3,39}"), REFERENCE, "reference") ? text : null;
    }

    /** A whole number between two others, both included. */
    @Nullable Integer whole(String field, int least, int most) {
        if (!given(field) || !holds(text(field).matches("\\d{1,9}"), field, "whole_number", Integer.toString(least))) {
            return null;
        }
        int value = Integer.parseInt(text(field));
        boolean within = value >= least && value <= most;
        return holds(within, field, "between", Integer.toString(least), Integer.toString(most)) ? value : null;
    }

    /** A rate a year in per cent, from 0 to another one as a decimal, with at most four decimals; null also if nothing is typed. */
    @Nullable BigDecimal rate(String field, BigDecimal most) {
        if (text(field).isEmpty()) {
            return null;
        }
        String percent = Typed.number(text(field));
        String highest = most.movePointRight(2).stripTrailingZeros().toPlainString();
        if (!holds(DECIMAL.matcher(percent).matches(), field, "between", "0", highest)) {
            return null;
        }
        BigDecimal rate = new BigDecimal(percent).movePointLeft(2);
        return holds(rate.compareTo(most) <= 0, field, "between", "0", highest) ? rate : null;
    }

    /** Notes that an amount is less than a plan can do with. */
    void tooLittle(Money least) {
        holds(false, AMOUNT, "too_little", least);
    }

    /** One of the values of an enum, in small letters. */
    <E extends Enum<E>> @Nullable E option(String field, List<E> allowed) {
        if (!given(field)) {
            return null;
        }
        for (E value : allowed) {
            if (code(value).equals(text(field))) {
                return value;
            }
        }
        holds(false, field, "option", allowed.stream().map(LoanInputs::code).toArray());
        return null;
    }

    /** The code of a value in forms, messages and the API. */
    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The codes of several values. */
    static List<String> codes(Enum<?>[] values) {
        return Arrays.stream(values).map(LoanInputs::code).toList();
    }
}
