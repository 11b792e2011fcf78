package org.quanheng.cli.golden;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.AccountRow;
import org.quanheng.lending.account.AccountTerms;
import org.quanheng.lending.account.AllocationOrder;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.LateInterest;
import org.quanheng.lending.account.LoanAccount;
import org.quanheng.lending.account.LoanEvent;
import org.quanheng.lending.account.PenaltyTerms;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.Period;
import org.quanheng.lending.terms.ResolvedTerms;
import tools.jackson.databind.JsonNode;

/** Whole repayment schedules, as agreed and as they become after payments and draw-downs. */
final class ScheduleCases implements GoldenFormat {
    private static final String NOT_SAID = "–";

    @Override
    public @Nullable Iterable<JsonNode> cases(JsonNode document) {
        return GoldenFormat.list(document, "product_settings");
    }

    @Override
    public List<String> subjects() {
        return List.of("loan terms", "loan event {0}", "money", "rate", "frequency");
    }

    @Override
    public Verdict check(JsonNode golden) {
        List<String> problems = new ArrayList<>();
        List<String> expectations = new ArrayList<>();
        int compared = 0;
        for (JsonNode expected : golden.path("expected")) {
            List<String> wanted = wanted(expected.path("periods"));
            compared += wanted.size();
            List<String> got = rows(golden, expected.path("after_event_index").asInt(), wanted);
            if (!wanted.equals(got)) {
                expectations.add(String.join("; ", wanted));
                problems.add(String.join("; ", got));
            }
        }
        if (compared == 0) {
            // A case that expects a refusal has no rows either: the library is asked all the same.
            rows(golden, golden.path("events").size(), List.of());
            throw new UnsupportedCase("no expected rows");
        }
        if (problems.isEmpty()) {
            return new Verdict.Passed();
        }
        return new Verdict.Failed(String.join(" | ", expectations), String.join(" | ", problems));
    }

    private static List<String> wanted(JsonNode periods) {
        List<String> wanted = new ArrayList<>();
        for (JsonNode period : periods) {
            wanted.add(String.join(
                    " ",
                    period.path("due_date").asString(),
                    cents(period, "principal_due", "principal"),
                    cents(period, "interest_due", "interest"),
                    cents(period, "total_due", "emi"),
                    cents(period, "balance_after", "balance")));
        }
        return wanted;
    }

    private static String cents(JsonNode period, String name, String otherName) {
        JsonNode amount = period.has(name) ? period.path(name) : period.path(otherName);
        return amount.isValueNode() && !amount.isNull()
                ? Read.decimal(amount).setScale(2, RoundingMode.UNNECESSARY).toPlainString()
                : NOT_SAID;
    }

    /** A row without what the table does not say of it. */
    private static String asSaid(String row, String wanted) {
        List<String> cells = new ArrayList<>(List.of(row.split(" ", -1)));
        List<String> said = List.of(wanted.split(" ", -1));
        for (int k = 0; k < cells.size(); k++) {
            cells.set(k, said.get(k).equals(NOT_SAID) ? NOT_SAID : cells.get(k));
        }
        return String.join(" ", cells);
    }

    private static List<String> rows(JsonNode golden, int lastEvent, List<String> wanted) {
        List<JsonNode> events = new ArrayList<>();
        golden.path("events").forEach(events::add);
        List<JsonNode> until = events.subList(0, Math.min(lastEvent + 1, events.size()));
        LoanAccount account = account(golden, until);
        int number = 0;
        LocalDate asOf = account.terms().loan().disbursedOn();
        for (JsonNode event : until) {
            number++;
            LocalDate date = Read.date(
                    event.path("date").isString()
                            ? event.path("date")
                            : golden.path("inputs").path("submitted_on"));
            asOf = event.path("date").isString() && date.isAfter(asOf) ? date : asOf;
            boolean wholePeriods = LoanWords.wholePeriods(golden.path("inputs"), golden.path("product_settings"));
            LoanEvent happened = event(event, "event " + number, wholePeriods ? valued(event, date, account) : date);
            account = happened == null ? account : account.with(happened);
        }
        if (account.events().isEmpty()) {
            Money principal = account.terms().loan().terms().principal();
            account = account.with(new LoanEvent.Disbursed("paid out", asOf, principal));
        }
        List<String> got = new ArrayList<>();
        for (AccountRow row : account.schedule(asOf)) {
            String after = shown(row, row.balanceAfter());
            String said = got.size() < wanted.size() ? wanted.get(got.size()) : after;
            String before = asSaid(shown(row, row.balanceAfter().minus(drawnOn(row.dueDate(), account))), said);
            got.add(said.equals(before) ? before : asSaid(after, said));
        }
        return got;
    }

    /** Where interest knows no part of a period, what is drawn within one counts from its first day. */
    private static LocalDate valued(JsonNode event, LocalDate date, LoanAccount account) {
        LocalDate valued = date;
        for (Period period : account.terms().loan().periods()) {
            boolean within = date.isAfter(period.start()) && date.isBefore(period.end());
            valued = within && "disburse".equals(event.path("type").asString()) ? period.start() : valued;
        }
        return valued;
    }

    /** Some tables show the balance of a due date before what is drawn on it, some after. */
    private static Money drawnOn(LocalDate day, LoanAccount account) {
        Money drawn = Money.zero(account.terms().loan().terms().principal().currency());
        for (LoanEvent event : account.events()) {
            boolean counts = event.date().equals(day)
                    && !day.equals(account.terms().loan().disbursedOn());
            drawn = counts && event instanceof LoanEvent.Disbursed paid ? drawn.plus(paid.amount()) : drawn;
        }
        return drawn;
    }

    private static String shown(AccountRow row, Money balance) {
        return String.join(
                " ",
                row.dueDate().toString(),
                row.principal().amount().toPlainString(),
                row.interest().amount().toPlainString(),
                row.total().amount().toPlainString(),
                balance.amount().toPlainString());
    }

    private static @Nullable LoanEvent event(JsonNode event, String id, LocalDate date) {
        String type = event.path("type").asString();
        return switch (type) {
            case "business_date", "close_of_business", "approve", "submit" -> null;
            case "disburse" -> new LoanEvent.Disbursed(id, date, euros(event.path("amount")));
            case "repayment" -> new LoanEvent.Repaid(id, date, euros(event.path("amount")));
            default -> rateReset(event, id, date, type);
        };
    }

    /** A change of the rate, whatever its name; the new rate first counts for the day that ends on the date of the change. */
    private static LoanEvent rateReset(JsonNode event, String id, LocalDate date, String type) {
        for (Map.Entry<String, JsonNode> field : event.properties()) {
            if (field.getKey().contains("rate") && field.getValue().isNumber()) {
                return new LoanEvent.RateReset(id, date.minusDays(1), LoanWords.percent(field.getValue()));
            }
        }
        throw new UnsupportedCase("event " + type);
    }

    private static Money euros(JsonNode amount) {
        return Money.of("EUR", Read.decimal(amount).toPlainString());
    }

    private static LoanAccount account(JsonNode golden, List<JsonNode> events) {
        JsonNode inputs = golden.path("inputs");
        JsonNode settings = golden.path("product_settings");
        BigDecimal drawn = BigDecimal.ZERO;
        for (JsonNode event : events) {
            drawn = "disburse".equals(event.path("type").asString())
                    ? drawn.add(Read.decimal(event.path("amount")))
                    : drawn;
        }
        BigDecimal lent = inputs.has("principal") ? Read.decimal(inputs.path("principal")) : drawn;
        JsonNode periods = inputs.path("periods");
        int count = periods.isArray()
                ? periods.size()
                : inputs.path("number_of_repayments").asInt();
        LocalDate start = periods.isArray() ? Read.date(periods.path(0).path(0)) : start(inputs, events);
        Money principal = Money.of("EUR", lent.max(drawn).toPlainString());
        LoanTerms terms = LoanWords.terms(inputs, settings, principal, count);
        return LoanAccount.open(accountTerms(resolved(terms, start, inputs), settings));
    }

    /** Bound to the first due date too, if the case names it. */
    private static ResolvedTerms resolved(LoanTerms terms, LocalDate start, JsonNode inputs) {
        JsonNode periods = inputs.path("periods");
        JsonNode first = periods.isArray() ? periods.path(0).path(1) : inputs.path("first_repayment");
        boolean dated = first.asString("").matches("\\d{4}-\\d\\d-\\d\\d");
        return dated ? terms.resolve(start, Read.date(first)) : terms.resolve(start);
    }

    private static LocalDate start(JsonNode inputs, List<JsonNode> events) {
        for (JsonNode event : events) {
            if ("disburse".equals(event.path("type").asString())) {
                return Read.date(event.path("date"));
            }
        }
        return Read.date(inputs.path("submitted_on"));
    }

    private static AccountTerms accountTerms(ResolvedTerms loan, JsonNode settings) {
        boolean recalculates = settings.path("interest_recalculation").asBoolean(false);
        boolean compounds = settings.path("compounding").asString("NONE").startsWith("INTEREST");
        LateInterest upToPayment = compounds
                ? LateInterest.WITHIN_PERIOD_OF_PAYMENT_ON_INTEREST_TOO
                : LateInterest.WITHIN_PERIOD_OF_PAYMENT;
        LateInterest late = LoanWords.cumulative(settings) ? upToPayment : LateInterest.UNTIL_LAST_DUE_DATE;
        AccountTerms account = AccountTerms.of(loan).with(AllocationOrder.PRINCIPAL_LAST);
        if (!recalculates) {
            return account.with(LateInterest.NONE, PenaltyTerms.NONE)
                    .withExcess(Excess.NEXT_INSTALMENTS_AS_SCHEDULED, Excess.NEXT_INSTALMENTS_AS_SCHEDULED);
        }
        Excess onDueDate = switch (settings.path("prepayment_strategy").asString("NONE")) {
            case "REDUCE_EMI_AMOUNT" -> Excess.SMALLER_INSTALMENTS;
            case "REDUCE_NUMBER_OF_INSTALLMENTS" -> Excess.FEWER_INSTALMENTS;
            case "RESCHEDULE_NEXT_REPAYMENTS" -> Excess.SKIPPED_INSTALMENTS;
            default -> Excess.NEXT_INSTALMENTS;
        };
        return account.with(late, PenaltyTerms.NONE).withExcess(onDueDate, Excess.RUNNING_INSTALMENT);
    }
}
