package org.quanheng.cli.demo;

import java.io.PrintWriter;
import org.quanheng.cli.shell.TextTable;
import org.quanheng.cli.shell.Words;
import tools.jackson.databind.JsonNode;

/** What happened in the replay, in sentences: the document of {@link DemoSummary} for people. */
final class DemoText {
    private final Words words;
    private final JsonNode document;
    private final TextTable lines = new TextTable().words("").words("");

    private DemoText(Words words, JsonNode document) {
        this.words = words;
        this.document = document;
    }

    static void print(Words words, JsonNode document, PrintWriter out) {
        new DemoText(words, document).print(out);
    }

    private void print(PrintWriter out) {
        out.println(words.say(
                "{0} people applied: {1} approved, {2} declined, {3} referred to a person.",
                text("/applications"), text("/approved"), text("/declined"), text("/referred")));
        lines.row(
                words.say("Risk"),
                words.say(
                        "{0} of the approved went bad in truth; {1} if all had been approved.",
                        percent("/badRateApproved"), percent("/badRateIfAllApproved")));
        model();
        experience();
        lines.print(out);
        balance(out);
        boolean verified = document.path("auditChainVerified").asBoolean();
        TextTable books = new TextTable().words("").words("");
        books.row(
                words.say("Books"),
                words.say(
                        verified
                                ? "{0} loans; the ledger sums to {1}; {2} audit records, chain verified."
                                : "{0} loans; the ledger sums to {1}; {2} audit records, chain BROKEN.",
                        text("/loans"),
                        text("/ledgerSum"),
                        text("/auditRecords")));
        books.print(out);
        out.println(words.say("Amounts are in Deutsche Mark (DM) of 1973 to 1975."));
    }

    private void model() {
        lines.row(
                words.say("Model"),
                words.say(
                        "AUC {0} [{1}, {2}], KS {3}, on people whom it had never seen, with everything known of them;",
                        text("/auc"), text("/aucInterval/0"), text("/aucInterval/1"), text("/ks")));
        lines.row(
                "",
                words.say(
                        "AUC {0} [{1}, {2}] of the decisions, most of which knew less.",
                        text("/aucOfDecisions"), text("/aucOfDecisionsInterval/0"), text("/aucOfDecisionsInterval/1")));
    }

    private void experience() {
        lines.row(
                words.say("Experience"),
                words.say(
                        "{0} questions an applicant; the answer came within {1} ms (median), {2} ms (99 of 100);",
                        text("/questionsPerApplicant"), text("/decisionMillis/p50"), text("/decisionMillis/p99")));
        lines.row(
                "",
                words.say(
                        "no person touched {0} of the applications [{1}, {2}].",
                        percent("/untouchedByPerson/value"),
                        percent("/untouchedByPerson/low"),
                        percent("/untouchedByPerson/high")));
    }

    /** Asking everyone everything beside the plan. */
    private void balance(PrintWriter out) {
        JsonNode balance = document.path("balance");
        TextTable said = new TextTable().words("").words("");
        if (balance.isMissingNode()) {
            said.row(
                    words.say("Balance"),
                    words.say("the policy has no plan of evidence: everybody is asked everything."));
            said.print(out);
            return;
        }
        said.row(
                words.say("Balance"),
                words.say(
                        "the same people, asked everything and asked by the plan at {0} DM a minute; 95 % intervals.",
                        text("/balance/exchangeRate")));
        said.row(
                "",
                words.say(
                        "Minutes, completion and profit rest on the plan's own minutes, hazards and costs: {0}, entered by {1}.",
                        words.say(Words.spaced(text("/balance/frictionGrade"))), text("/balance/frictionBy")));
        said.print(out);
        TextTable figures =
                new TextTable().words("    ").figures(words.say("asked everything"), words.say("asked by the plan"));
        balance.path("plan")
                .propertyNames()
                .forEach(name -> figures.row(
                        "    " + words.say(Words.spaced(name)),
                        interval(balance.path("askEverything").path(name)),
                        interval(balance.path("plan").path(name))));
        figures.print(out);
    }

    private String text(String pointer) {
        return document.at(pointer).asString();
    }

    private String percent(String pointer) {
        JsonNode rate = document.at(pointer);
        return rate.isNumber() ? Words.percent(1, rate.asDouble()) : words.say("none");
    }

    private static String interval(JsonNode figure) {
        return Words.fixed(3, figure.path("value").asDouble()) + " ["
                + Words.fixed(3, figure.path("low").asDouble()) + ", "
                + Words.fixed(3, figure.path("high").asDouble()) + "]";
    }
}
