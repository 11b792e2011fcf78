package org.quanheng.cli.lending;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Job;
import org.quanheng.cli.shell.Json;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.Money;
import org.quanheng.lending.calendar.Frequency;
import org.quanheng.lending.limit.Affordability;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.ResolvedTerms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Prints what a household can pay a month, and the largest loan whose every payment stays within it. */
@Command(
        name = "affordable",
        description = {
            "Prints what income leaves for a loan a month, and the largest loan whose every payment stays within it.",
            "The terms are those of schedule, with monthly instalments; their principal does not matter and need not"
                    + " be there."
        },
        footer = {
            "",
            "Example: quanheng affordable --terms terms.json --on 2026-01-15 --income 12000 --debt-service 2000"
                    + " --highest-ratio 0.5"
        })
public final class AffordableCommand extends Job {
    @Option(names = "--terms", paramLabel = "FILE", description = "JSON object with the terms, as for schedule")
    @Nullable String terms;

    @Option(names = "--on", paramLabel = "DATE", description = "day of disbursement (default: start in the file)")
    @Nullable String on;

    @Option(names = "--income", paramLabel = "AMOUNT", description = "income of a month")
    @Nullable String income;

    @Option(
            names = "--debt-service",
            paramLabel = "AMOUNT",
            description = "what goes to other debts in a month; 0 if none")
    @Nullable String debtService;

    @Option(
            names = "--highest-ratio",
            paramLabel = "DECIMAL",
            description = "the largest part of income that may go to all debts: 0.5 is 50 %%")
    @Nullable String highestRatio;

    @Option(
            names = "--value",
            paramLabel = "AMOUNT",
            description = "value of what secures the loan; adds the loan to value")
    @Nullable String value;

    @Option(names = "--json", description = "print one JSON document")
    boolean json;

    @Option(names = "--csv", description = "print one line of CSV under a head")
    boolean csv;

    /**
     * What was asked.
     *
     * @param highestRatio of debt service to income, as a decimal
     * @param value of what secures the loan; null if nothing does
     */
    private record Asked(
            ResolvedTerms loan,
            Money income,
            Money debtService,
            BigDecimal highestRatio,
            @Nullable Money value) {}

    @Override
    protected int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        if (json && csv) {
            faults.add("--json, --csv", "one of the two", Phrase.of("both"));
        }
        Asked asked = asked(faults);
        refuse(faults);
        if (asked == null) {
            throw new IllegalStateException("expected a fault for what is missing, came none");
        }
        FigureSheet sheet = sheet(asked, faults);
        refuse(faults);
        if (json) {
            sheet.json(out);
        } else if (csv) {
            sheet.csv(out);
        } else {
            sheet.tell(out, words);
        }
        return 0;
    }

    private @Nullable Asked asked(CallFaults faults) {
        ObjectNode values = Fields.file("--terms", terms, faults);
        // What a file says that cannot be read is not missing.
        CallFaults ofTerms = values == null ? new CallFaults() : faults;
        Fields fields = new Fields("", completed(values), ofTerms);
        TermsFile file = new TermsFile(fields, ofTerms);
        Currency currency = file.currency();
        ResolvedTerms loan = file.resolved();
        AccountFile.read(fields, loan, ofTerms);
        fields.refuseOthers();
        if (loan != null && !loan.terms().frequency().equals(Frequency.MONTHLY)) {
            faults.add(
                    "frequency",
                    "month, as income is of a month",
                    loan.terms().frequency().toString());
        }
        Money earned = Fields.amount("--income", income, currency, faults);
        Money owed = Fields.amount("--debt-service", debtService, currency, faults);
        BigDecimal ratio = faults.decimal("--highest-ratio", highestRatio, "0", "1");
        Money secures = value == null ? null : Fields.amount("--value", value, currency, faults);
        return loan == null || earned == null || owed == null ? null : new Asked(loan, earned, owed, ratio, secures);
    }

    /** The terms with the day that the call names, and some principal, which the search does not look at. */
    private ObjectNode completed(@Nullable ObjectNode values) {
        ObjectNode file = values == null ? Json.object() : values;
        if (on != null) {
            file.put("start", on);
        }
        if (!file.has("principal")) {
            file.put("principal", "1");
        }
        return file;
    }

    private static FigureSheet sheet(Asked asked, CallFaults faults) {
        FigureSheet sheet = new FigureSheet(asked.income().currencyCode());
        try {
            Money left = Affordability.paymentLeft(asked.income(), asked.debtService(), asked.highestRatio());
            Money none = Money.zero(left.currency());
            Money most = left.isPositive() ? Affordability.largestLoan(asked.loan(), left) : none;
            Money highest = most.isPositive()
                    ? Affordability.highestPayment(Schedule.of(asked.loan().ofPrincipal(most)))
                    : none;
            sheet.add("on", asked.loan().disbursedOn().toString())
                    .add("income", asked.income())
                    .add("debtService", asked.debtService())
                    .add("highestRatio", asked.highestRatio())
                    .add("paymentLeft", left)
                    .add("largestLoan", most)
                    .add("highestPayment", highest)
                    .add(
                            "debtServiceToIncome",
                            Affordability.debtServiceToIncome(
                                    asked.debtService().plus(highest), asked.income()));
            if (asked.value() != null) {
                sheet.add("value", asked.value()).add("loanToValue", Affordability.loanToValue(most, asked.value()));
            }
        } catch (FaultyInputException e) {
            faults.addAll(e);
        }
        return sheet;
    }
}
