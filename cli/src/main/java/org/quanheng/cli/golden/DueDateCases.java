package org.quanheng.cli.golden;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanheng.lending.Money;
import org.quanheng.lending.Rate;
import org.quanheng.lending.terms.DateRules;
import org.quanheng.lending.terms.LoanTerms;
import org.quanheng.lending.terms.Period;
import tools.jackson.databind.JsonNode;

/** Due dates of a loan that starts near a month's end. */
final class DueDateCases implements GoldenFormat {
    @Override
    public @Nullable Iterable<JsonNode> cases(JsonNode document) {
        return GoldenFormat.list(document, "inputs", "expected_due_dates");
    }

    @Override
    public List<String> subjects() {
        return List.of("loan terms", "frequency");
    }

    @Override
    public Verdict check(JsonNode golden) {
        JsonNode inputs = golden.path("inputs");
        LoanTerms terms = LoanTerms.builder()
                .principal(Money.of("EUR", "1000"))
                .rate(Rate.ZERO)
                .instalments(inputs.path("number_of_repayments").asInt())
                .frequency(Read.frequency(
                        inputs.path("repay_every").asInt(),
                        inputs.path("repay_unit").asString()))
                .dateRules(DateRules.PLAIN.with(LoanWords.monthEnd(inputs.path("month_end_due_date_strategy"))))
                .build();
        List<Period> periods = terms.resolve(Read.date(inputs.path("start"))).periods();
        return Verdict.same(
                Read.dates(golden.path("expected_due_dates")),
                periods.stream().map(Period::dueDate).toList());
    }
}
