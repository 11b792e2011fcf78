package org.quanheng.cli.lending;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Job;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.Money;
import org.quanheng.lending.limit.WorkingCapital;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Prints the working capital that a firm needs and what a new loan may cover of it, step by step. */
@Command(
        name = "working-capital",
        description = {
            "Prints the working capital that a firm needs and what a new loan may cover of it, step by step.",
            "Formula: annex of the Chinese rules on working-capital loans (NFRA 2024 no. 2).",
            "FILE is a JSON object of sales, margin, growth, stockDays, receivableDays, payableDays, prepaidDays,"
                    + " advanceDays, ownFunds, presentLoans, otherSources, currency; what there is none of is 0."
        },
        footer = {"", "Example: quanheng working-capital --figures firm.json"})
public final class WorkingCapitalCommand extends Job {
    private static final String DAYS_MAX = "3660";

    @Option(names = "--figures", paramLabel = "FILE", description = "JSON object with the figures of the firm")
    @Nullable String figures;

    @Option(names = "--json", description = "print one JSON document")
    boolean json;

    @Option(names = "--csv", description = "print one line of CSV under a head")
    boolean csv;

    /** What a firm told: what it needs to work, and what it has of it. */
    private record Firm(WorkingCapital capital, Money ownFunds, Money presentLoans, Money otherSources) {}

    @Override
    protected int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        if (json && csv) {
            faults.add("--json, --csv", "one of the two", Phrase.of("both"));
        }
        ObjectNode file = Fields.file("--figures", figures, faults);
        Firm firm = file == null ? null : firm(new Fields("", file, faults), faults);
        refuse(faults);
        if (firm == null) {
            throw new IllegalStateException("expected a fault for figures that are missing, came none");
        }
        FigureSheet sheet = sheet(firm);
        if (json) {
            sheet.json(out);
        } else if (csv) {
            sheet.csv(out);
        } else {
            sheet.tell(out, words);
        }
        return 0;
    }

    private static @Nullable Firm firm(Fields fields, CallFaults faults) {
        Currency currency = fields.currency("currency");
        Money sales = fields.amount("sales", currency);
        BigDecimal margin = fields.decimal("margin", "-10", "1");
        BigDecimal growth = fields.decimal("growth", "-1", "10");
        BigDecimal stock = fields.decimal("stockDays", "0", DAYS_MAX);
        BigDecimal receivable = fields.decimal("receivableDays", "0", DAYS_MAX);
        BigDecimal payable = fields.decimal("payableDays", "0", DAYS_MAX);
        BigDecimal prepaid = fields.decimal("prepaidDays", "0", DAYS_MAX);
        BigDecimal advance = fields.decimal("advanceDays", "0", DAYS_MAX);
        Money own = fields.amount("ownFunds", currency);
        Money present = fields.amount("presentLoans", currency);
        Money other = fields.amount("otherSources", currency);
        fields.refuseOthers();
        if (!faults.none() || sales == null || own == null || present == null || other == null) {
            return null;
        }
        try {
            return new Firm(
                    new WorkingCapital(sales, margin, growth, stock, receivable, payable, prepaid, advance),
                    own,
                    present,
                    other);
        } catch (FaultyInputException e) {
            faults.addAll(e);
            return null;
        }
    }

    private FigureSheet sheet(Firm firm) {
        WorkingCapital capital = firm.capital();
        Money there = firm.ownFunds().plus(firm.presentLoans()).plus(firm.otherSources());
        return new FigureSheet(capital.sales().currencyCode())
                .add("sales", capital.sales())
                .add("margin", capital.margin())
                .add("growth", capital.growth())
                .add("stockDays", capital.stockDays())
                .add("receivableDays", capital.receivableDays())
                .add("payableDays", capital.payableDays())
                .add("prepaidDays", capital.prepaidDays())
                .add("advanceDays", capital.advanceDays())
                .add("cycleDays", capital.cycleDays())
                .by(words.say("stock + receivable − payable + prepaid − advance days"))
                .add("turnsPerYear", capital.turnsPerYear())
                .by(words.say("360 / cycle days"))
                .add("need", capital.need())
                .by(words.say("sales × (1 − margin) × (1 + growth) / turns per year"))
                .add("ownFunds", firm.ownFunds())
                .add("presentLoans", firm.presentLoans())
                .add("otherSources", firm.otherSources())
                .add("thereAlready", there)
                .by(words.say("own funds + present loans + other sources"))
                .add("newLoan", capital.newLoan(firm.ownFunds(), firm.presentLoans(), firm.otherSources()))
                .by(words.say("need − there already, not below zero"));
    }
}
