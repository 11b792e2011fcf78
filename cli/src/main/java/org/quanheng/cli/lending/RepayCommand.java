package org.quanheng.cli.lending;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.InputFile;
import org.quanheng.cli.shell.Job;
import org.quanheng.cli.shell.Json;
import org.quanheng.cli.shell.TextTable;
import org.quanheng.cli.shell.Words;
import org.quanheng.fault.FaultyInputException;
import org.quanheng.fault.Phrase;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.AccountRow;
import org.quanheng.lending.account.AccountTerms;
import org.quanheng.lending.account.LoanAccount;
import org.quanheng.lending.account.LoanEvent;
import org.quanheng.lending.account.LoanState;
import org.quanheng.lending.account.RiskTier;
import org.quanheng.lending.ledger.LedgerEntry;
import org.quanheng.lending.ledger.Posting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Plays what happened to a loan: its schedule as it stands, what is owed, and the double entries. */
@Command(
        name = "repay",
        description = {
            "Plays the events of a loan and prints its schedule as it stands, what is owed, and the double entries.",
            "Events take effect in the order of their days, whatever their order in the file."
        },
        footer = {"", "Example: quanheng repay --terms terms.json --events events.json --as-of 2026-06-30"})
public final class RepayCommand extends Job {
    @Option(
            names = "--terms",
            paramLabel = "FILE",
            description = "JSON object with the terms, as for schedule, and account")
    @Nullable String terms;

    @Option(names = "--events", paramLabel = "FILE", description = "JSON list of events")
    @Nullable String events;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "the day to look at (default: that of the last event)")
    @Nullable String asOf;

    @Option(names = "--json", description = "print one JSON document")
    boolean json;

    @Option(names = "--csv", description = "print the schedule as CSV")
    boolean csv;

    @Override
    protected int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        if (json && csv) {
            faults.add("--json, --csv", "one of the two", Phrase.of("both"));
        }
        JsonNode agreed = document("--terms", terms, faults);
        JsonNode happened = document("--events", events, faults);
        LocalDate day = asOf == null ? null : faults.date("--as-of", asOf);
        Fields fields =
                new Fields("", agreed == null ? Json.object() : agreed, agreed == null ? new CallFaults() : faults);
        TermsFile file = new TermsFile(fields, agreed == null ? new CallFaults() : faults);
        AccountTerms account = AccountFile.read(fields, file.resolved(), faults);
        if (agreed != null) {
            fields.refuseOthers();
        }
        List<LoanEvent> read = happened == null ? List.of() : new EventsFile(file.currency(), faults).read(happened);
        refuse(faults);
        if (account == null) {
            throw new IllegalStateException("expected a fault for terms that are missing, came none");
        }
        LoanAccount played = played(account, read, faults);
        refuse(faults);
        LocalDate end = read.stream()
                .map(LoanEvent::date)
                .max(Comparator.naturalOrder())
                .orElse(account.loan().disbursedOn());
        show(out, played, day == null ? end : day);
        return 0;
    }

    private static @Nullable JsonNode document(String option, @Nullable String name, CallFaults faults) {
        String text = InputFile.text(option, name, faults);
        return text == null ? null : Json.read(option, text, faults);
    }

    /** The account with all events; the faults of every one that cannot be are told. */
    private static LoanAccount played(AccountTerms terms, List<LoanEvent> events, CallFaults faults) {
        try {
            return LoanAccount.open(terms).with(events);
        } catch (FaultyInputException e) {
            faults.addAll(e);
            return LoanAccount.open(terms);
        }
    }

    private void show(PrintWriter out, LoanAccount account, LocalDate day) {
        if (json) {
            out.println(Json.text(document(account, day)));
        } else if (csv) {
            out.println("number,due_date,principal,interest,fees,penalty,paid,unpaid,balance_after");
            for (AccountRow row : account.schedule(day)) {
                out.println(row.number() + "," + row.dueDate() + "," + String.join(",", amounts(row)));
            }
        } else {
            tell(out, account, day);
        }
    }

    private static List<String> amounts(AccountRow row) {
        return List.of(
                plain(row.principal()),
                plain(row.interest()),
                plain(row.fees()),
                plain(row.penalty()),
                plain(row.paid()),
                plain(row.unpaid()),
                plain(row.balanceAfter()));
    }

    private void tell(PrintWriter out, LoanAccount account, LocalDate day) {
        TextTable table = new TextTable()
                .figures(words.say("no"))
                .words(words.say("due"))
                .figures(words.say("principal"), words.say("interest"), words.say("fees"), words.say("penalty"))
                .figures(words.say("paid"), words.say("unpaid"), words.say("balance"));
        for (AccountRow row : account.schedule(day)) {
            List<Object> cells = new ArrayList<>(List.of(row.number() == 0 ? "" : row.number(), row.dueDate()));
            cells.addAll(amounts(row));
            table.row(cells.toArray());
        }
        table.print(out);
        out.println();
        TextTable state = new TextTable()
                .words(words.say("as of {0}", day))
                .figures(account.terms().loan().terms().principal().currencyCode());
        figures(account, day).forEach((name, figure) -> {
            if (!name.equals("asOf")) {
                state.row(words.say(Words.spaced(name)), words.say(Words.spaced(figure)));
            }
        });
        state.print(out);
        out.println();
        TextTable entries = new TextTable()
                .words(words.say("entry"))
                .words("")
                .words(words.say("account"))
                .figures(words.say("amount"));
        for (LedgerEntry entry : account.entries(day)) {
            String kind = words.say(Words.spaced(word(entry.kind())));
            Object date = entry.valueDate();
            for (Posting posting : entry.postings()) {
                entries.row(date, kind, words.say(Words.spaced(word(posting.account()))), plain(posting.amount()));
                date = "";
                kind = "";
            }
        }
        entries.print(out);
    }

    private static Map<String, String> figures(LoanAccount account, LocalDate day) {
        LoanState state = account.state(day);
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("asOf", state.asOf().toString());
        figures.put("status", word(state.status()));
        figures.put("principal", plain(state.principal()));
        figures.put("duePrincipal", plain(state.duePrincipal()));
        figures.put("dueInterest", plain(state.dueInterest()));
        figures.put("dueFees", plain(state.dueFees()));
        figures.put("duePenalty", plain(state.duePenalty()));
        figures.put("accruedInterest", plain(state.accruedInterest()));
        figures.put("held", plain(state.held()));
        figures.put("payoff", plain(state.payoff()));
        figures.put("lost", plain(state.lost()));
        figures.put("daysPastDue", Integer.toString(state.daysPastDue()));
        figures.put("bucket", word(state.bucket()));
        figures.put("tier", word(account.tier(day, RiskTier.CHINA_2023)));
        return figures;
    }

    private static ObjectNode document(LoanAccount account, LocalDate day) {
        ObjectNode document = Json.object();
        document.put("currency", account.terms().loan().terms().principal().currencyCode());
        figures(account, day).forEach(document::put);
        document.put("daysPastDue", account.state(day).daysPastDue());
        ArrayNode rows = document.putArray("schedule");
        for (AccountRow row : account.schedule(day)) {
            rows.addObject()
                    .put("number", row.number())
                    .put("dueDate", row.dueDate().toString())
                    .put("principal", plain(row.principal()))
                    .put("interest", plain(row.interest()))
                    .put("fees", plain(row.fees()))
                    .put("penalty", plain(row.penalty()))
                    .put("paid", plain(row.paid()))
                    .put("unpaid", plain(row.unpaid()))
                    .put("balanceAfter", plain(row.balanceAfter()));
        }
        ArrayNode entries = document.putArray("entries");
        for (LedgerEntry entry : account.entries(day)) {
            ArrayNode postings = entries.addObject()
                    .put("date", entry.valueDate().toString())
                    .put("kind", word(entry.kind()))
                    .putArray("postings");
            for (Posting posting : entry.postings()) {
                postings.addObject().put("account", word(posting.account())).put("amount", plain(posting.amount()));
            }
        }
        return document;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String plain(Money money) {
        return money.amount().toPlainString();
    }
}
