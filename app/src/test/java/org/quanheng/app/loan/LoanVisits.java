package org.quanheng.app.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quanheng.app.RunningLender;
import org.quanheng.app.Visitor;
import org.quanheng.app.sample.SampleLender;

/** Borrowers and staff who visit the pages of a loan over HTTP and without JavaScript. */
abstract class LoanVisits {
    private static final Pattern KEYED = Pattern.compile("name=\"idempotency_key\" value=\"([^\"]+)\"");

    final RunningLender lender = RunningLender.get();
    final Servicing servicing = lender.part(Servicing.class);

    record Borrower(Visitor visitor, String loan) {
        Visitor.Reply page(String path) throws IOException, InterruptedException {
            return visitor.get("/loans/" + loan + path);
        }
    }

    Borrower borrower(String name) throws IOException, InterruptedException {
        Visitor visitor = lender.visitor();
        Visitor.Applied applied = visitor.apply(name);
        String offer = applied.answer().get("offers").get(0).get("offer").asString();
        Visitor.Reply accepted = lender.visitor()
                .authorized(applied.bearer())
                .postJson("/api/applications/" + applied.id() + "/acceptance", "{\"offer\":\"" + offer + "\"}");
        visitor.resume(applied);
        return new Borrower(visitor, accepted.json().get("loan").asString());
    }

    Visitor staff(String role) throws IOException, InterruptedException {
        SampleLender.SignIn signIn = lender.signInOf(role);
        Visitor visitor = lender.visitor();
        visitor.signIn(signIn.login(), signIn.password());
        return visitor;
    }

    Loan loan(Borrower borrower) {
        return lender.part(Loans.class).find(UUID.fromString(borrower.loan())).orElseThrow();
    }

    static String key(Visitor.Reply page) {
        Matcher key = KEYED.matcher(page.body());
        assertThat(key.find()).as("a form with a key").isTrue();
        return key.group(1);
    }

    /** A borrower who owns a loan that was opened without them. */
    Borrower owner(String name, Loan loan) throws Exception {
        Borrower borrower = borrower(name);
        lender.tamper("update loan set customer_id = '%s' where id = '%s'"
                .formatted(loan(borrower).contract().customerId(), loan.id()));
        return new Borrower(borrower.visitor(), loan.id().toString());
    }

    /** What the summary of the faults says. */
    static String refusal(String html) {
        int start = html.indexOf("<ul>", html.indexOf("id=\"errors\""));
        return html.substring(start, html.indexOf("</ul>", start)).replaceAll("<[^>]*>", " ");
    }
}
