package org.quanheng.cli.golden;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.quanheng.lending.schedule.LoanTerms;
import tools.jackson.databind.JsonNode;

/** Whole repayment schedules, as agreed and as they become after payments and draw-downs. */
final class ScheduleCases implements GoldenFormat {
    @Override
    public @Nullable Iterable<JsonNode> cases(JsonNode document) {
        boolean schedules = document.isObject()
                && document.path("cases").isArray()
                && !document.path("cases").isEmpty()
                && document.path("cases").get(0).has("product_settings");
        return schedules ? document.path("cases") : null;
    }

    @Override
    public Verdict check(JsonNode golden) {
        List<String> problems = new ArrayList<>();
        List<String> expectations = new ArrayList<>();
        for (JsonNode expected : golden.path("expected")) {
            List<String> wanted = wanted(expected.path("periods"));
            List<String> got = rows(golden, expected.path("after_event_index").asInt());
            if (!wanted.equals(got)) {
                expectations.add(String.join("; ", wanted));
                problems.add(String.join("; ", got));
            }
        }
        if (problems.isEmpty()) {
            return new Verdict.Passed();
        }
        return new Verdict.Failed(String.join(" | ", expectations), String.join(" | ", problems));
    }

    private static List<String> wanted(JsonNode periods) {
        List<String> wanted = new ArrayList<>();
        for (JsonNode period : periods) {
            JsonNode total = period.has("total_due") ? period.path("total_due") : period.path("emi");
            JsonNode principal = period.has("principal_due") ? period.path("principal_due") : period.path("principal");
            JsonNode interest = period.has("interest_due") ? period.path("interest_due") : period.path("interest");
            wanted.add(String.join(
                    " ",
                    period.path("due_date").asString(),
                    cents(principal),
                    cents(interest),
                    cents(total),
                    cents(period.has("balance_after") ? period.path("balance_after") : period.path("balance"))));
        }
        return wanted;
    }

    private static String cents(JsonNode amount) {
        return Read.decimal(amount).setScale(2, RoundingMode.UNNECESSARY).toPlainString();
    }

    private static List<String> rows(JsonNode golden, int lastEvent) {
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
            LoanEvent happened = event(event, "event " + number, date);
            account = happened == null ? account : account.with(happened);
        }
        if (account.events().isEmpty()) {
            Money principal = account.terms().loan().terms().principal();
            account = account.with(new LoanEvent.Disbursed("paid out", asOf, principal));
        }
        return account.schedule(asOf).stream().map(ScheduleCases::shown).toList();
    }

    private static String shown(AccountRow row) {
        return String.join(
                " ",
                row.dueDate().toString(),
                row.principal().amount().toPlainString(),
                row.interest().amount().toPlainString(),
                row.total().amount().toPlainString(),
                row.balanceAfter().amount().toPlainString());
    }

    private static @Nullable LoanEvent event(JsonNode event, String id, LocalDate date) {
        String type = event.path("type").asString();
        return switch (type) {
            case "business_date", "close_of_business", "approve", "submit" -> null;
            case "disburse" -> new LoanEvent.Disbursed(id, date, euros(event.path("amount")));
            case "repayment" -> new LoanEvent.Repaid(id, date, euros(event.path("amount")));
            default -> throw new UnsupportedCase("event " + type);
        };
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
        LocalDate start =
                periods.isArray() ? LocalDate.parse(periods.get(0).get(0).asString()) : start(inputs, events);
        Money principal = Money.of("EUR", lent.max(drawn).toPlainString());
        LoanTerms terms = LoanWords.terms(inputs, settings, principal, count);
        return LoanAccount.open(accountTerms(terms, settings, start));
    }

    private static LocalDate start(JsonNode inputs, List<JsonNode> events) {
        for (JsonNode event : events) {
            if ("disburse".equals(event.path("type").asString())) {
                return Read.date(event.path("date"));
            }
        }
        return Read.date(inputs.path("submitted_on"));
    }

    private static AccountTerms accountTerms(LoanTerms terms, JsonNode settings, LocalDate start) {
        boolean recalculates = settings.path("interest_recalculation").asBoolean(false);
        boolean compounds = settings.path("compounding").asString("NONE").startsWith("INTEREST");
        LateInterest upToPayment = compounds
                ? LateInterest.WITHIN_PERIOD_OF_PAYMENT_ON_INTEREST_TOO
                : LateInterest.WITHIN_PERIOD_OF_PAYMENT;
        LateInterest late = LoanWords.cumulative(settings) ? upToPayment : LateInterest.UNTIL_PAID;
        Excess excess = switch (settings.path("prepayment_strategy").asString("NONE")) {
            case "REDUCE_EMI_AMOUNT" -> Excess.SMALLER_INSTALMENTS;
            case "REDUCE_NUMBER_OF_INSTALLMENTS" -> Excess.FEWER_INSTALMENTS;
            default -> Excess.NEXT_INSTALMENTS;
        };
        return AccountTerms.of(terms.resolve(start))
                .with(AllocationOrder.PRINCIPAL_LAST)
                .with(recalculates ? late : LateInterest.NONE, PenaltyTerms.NONE)
                .with(excess, Excess.NEXT_INSTALMENTS);
    }
}
