package org.quanheng.app.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quanheng.app.Visitor;

/** Changes of a loan that a borrower asks for, an officer puts forward and the head of lending decides. */
class LoanChangePagesTests extends LoanVisits {
    @Test
    void anExtensionNeedsAnOfficerAndTheHead() throws Exception {
        Borrower borrower = borrower("Extension Pages");
        int before = loan(borrower).account().schedule(servicing.today()).size();

        changed(borrower, "/extension", Map.of("months", "6", "reason", "illness"), "Once extended");

        assertThat(loan(borrower).account().schedule(servicing.today())).hasSize(before + 6);
        assertThat(borrower.page("").body()).contains("Extension", "done");
    }

    @Test
    void aHolidayNeedsAnOfficerAndTheHead() throws Exception {
        Borrower borrower = borrower("Holiday Pages");
        String next = borrower.page("/holiday?instalments=2").body();
        assertThat(next).contains("Next instalment due", "The one after it");

        changed(borrower, "/holiday", Map.of("instalments", "2", "reason", "family"), "With the holiday");

        assertThat(borrower.page("").body()).contains("2 instalments left out", "done", "left out</span>");
        assertThat(borrower.page("?lang=zh").body()).contains("暂缓 2 期", "已办结");
        assertThat(staff("OFFICER").get("/servicing/" + borrower.loan()).body()).contains("Payment holiday");
    }

    @Test
    void aRestructuringIsAskedForByWhatCanBePaidAndSetByTheOfficer() throws Exception {
        LoanFixtures f = new LoanFixtures();
        Loan loan =
                f.open("1169.00", List.of(), LoanContract.penalty(new BigDecimal("0.5"), 3), f.today.minusMonths(2));
        Borrower borrower = owner("Plan Pages", loan);
        assertThat(refusal(borrower.page("/restructuring?amount=2").body()))
                .contains("even with the most instalments, each comes to DM\u00a0");
        Visitor.Reply preview = borrower.page("/restructuring?amount=40");
        assertThat(preview.body()).contains("With the new plan", "Due now", "A colleague settles the number");
        borrower.visitor()
                .post(
                        "/loans/" + loan.id() + "/restructuring",
                        Map.of("amount", "40", "reason", "income", "idempotency_key", key(preview)));
        Visitor officer = staff("OFFICER");
        String address = "/servicing/" + loan.id();
        Visitor.Reply form = officer.get(address + "?instalments=48&ratePercent=6.5");
        assertThat(form.body()).contains("can pay DM\u00a040.00 a month", "name=\"ratePercent\" value=\"6.5\"");
        Map<String, String> terms = new HashMap<>(Map.of(
                "request", requestOf(form.body()), "request_version", "0", "instalments", "48", "ratePercent", "99"));
        terms.put("idempotency_key", key(form));
        assertThat(refusal(officer.post(address + "/proposals", terms).body()))
                .contains("New rate a year, %: between 0 and 11");
        terms.put("ratePercent", "6.5");
        assertThat(officer.post(address + "/proposals", terms).location()).endsWith(address);

        approve(address, requestOf(form.body()));

        assertThat(f.again(loan.id()).account().schedule(f.today)).hasSize(2 + 48);
        assertThat(borrower.page("").body())
                .contains("48 instalments", "6.50", "since the restructuring", "Overdue principal bears 9.75");
        assertThat(officer.get(address).body()).contains("under observation until", "Special mention");
    }

    @Test
    void aWriteOffIsPutForwardByTheStaffAndToldToTheBorrowerCalmly() throws Exception {
        LoanFixtures f = new LoanFixtures();
        Loan loan = f.open("1169.00", 8);
        Borrower borrower = owner("Lost Pages", loan);
        Visitor officer = staff("OFFICER");
        String address = "/servicing/" + loan.id();
        Visitor.Reply form = officer.get(address + "?write_off=yes&lang=en");
        assertThat(form.body()).contains("Leaves the books, stays owed", "Put the write-off forward");
        Map<String, String> post = new HashMap<>(Map.of("version", "1", "write_off", "yes"));
        post.put("idempotency_key", key(form));
        assertThat(refusal(officer.post(address + "/write-offs", post).body())).contains("Why it is given up");
        post.put("ground", "uncollected");
        assertThat(officer.post(address + "/write-offs", post).location()).endsWith(address);
        String request = requestOf(staff("HEAD_OF_LENDING").get(address).body());
        assertThat(borrower.page("").body()).doesNotContain("Write-off", request);
        assertThat(borrower.visitor()
                        .post(
                                "/loans/" + loan.id() + "/withdrawal",
                                Map.of("request", request, "version", "0", "idempotency_key", "not-mine-1"))
                        .status())
                .isEqualTo(404);
        assertThat(borrower.page("/write-off").status()).isEqualTo(404);

        approve(address, request, "0");

        String lost =
                f.again(loan.id()).account().state(f.today).lost().amount().toPlainString();
        String page = borrower.page("").body();
        assertThat(page).contains("Still owed", lost.substring(lost.length() - 6), "no interest or penalty is added");
        assertThat(page).doesNotContain("/extension", "overdue");
        assertThat(borrower.page("?lang=zh").body()).contains("已核销", "仍欠金额", "未还");
        assertThat(officer.get("/servicing?scope=written_off").body())
                .contains(loan.id().toString());
        String typed = "?amount=100&on=" + f.today + "&reference=BACK-" + loan.number();
        Visitor.Reply recovery = officer.get(address + typed);
        assertThat(recovery.body())
                .contains("Record a recovery", "Still owed after")
                .doesNotContain("name=\"excess\"");
        Map<String, String> paid = new HashMap<>(Map.of(
                "amount", "100", "on", f.today.toString(), "reference", "BACK-" + loan.number(), "version", "2"));
        paid.put("idempotency_key", key(recovery));
        assertThat(officer.post(address + "/payments", paid).location()).endsWith(address);
        assertThat(borrower.page("?lang=en").body()).contains("DM\u00a0100.00 paid since");
        assertThat(officer.get(address).body()).contains("Recovered", "Loss");
        assertThat(officer.get(address + typed.replace("on=" + f.today, "on=" + f.today.minusDays(9)))
                        .body())
                .as("money of before the write-off is a payment")
                .contains("id=\"payment-change\"");
        assertThat(refusal(officer.get(address + typed.replace("100", "99999")).body()))
                .contains("of what was written off is still owed");
    }

    /** The head of lending approves what an officer has put forward. */
    private void approve(String address, String request) throws Exception {
        approve(address, request, "1");
    }

    private void approve(String address, String request, String requestVersion) throws Exception {
        Visitor head = staff("HEAD_OF_LENDING");
        Visitor.Reply decision = head.get(address);
        assertThat(decision.body()).contains("A colleague put it forward");
        Visitor.Reply approved = head.post(
                address + "/decisions",
                Map.of(
                        "request",
                        request,
                        "request_version",
                        requestVersion,
                        "version",
                        "1",
                        "on",
                        servicing.today().toString(),
                        "decision",
                        "approve",
                        "idempotency_key",
                        key(decision)));
        assertThat(approved.location()).endsWith(address);
    }

    @Test
    void aLoanThatIsLostBeforeItsFirstInstalmentIsShown() throws Exception {
        LoanFixtures f = new LoanFixtures();
        Loan loan = f.open("1169.00", 0);
        Deciding deciding = lender.part(Deciding.class);
        deciding.writeOff(f.key("lost"), loan.id(), 1, LoanChange.Ground.DECEASED, f.officer);
        LoanRequest proposed = lender.part(LoanRequests.class).of(loan.id()).getFirst();
        deciding.approve(f.key("approve"), proposed, 0, 1, f.today, f.head);

        Visitor.Reply page = staff("OFFICER").get("/servicing/" + loan.id());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Nothing had fallen due")
                .doesNotContain("One date of payment", "plan-figures");
    }

    /** A borrower sees what a change would do and asks for it, an officer puts it forward, the head of lending approves. */
    private void changed(Borrower borrower, String path, Map<String, String> typed, String way) throws Exception {
        Visitor.Reply preview = borrower.page(path + "?" + query(typed));
        assertThat(preview.body()).contains(way, "ne colleague looks at it and another one decides");
        Map<String, String> asked = new HashMap<>(typed);
        asked.put("idempotency_key", key(preview));
        assertThat(borrower.visitor()
                        .post("/loans/" + borrower.loan() + path, asked)
                        .location())
                .endsWith("/loans/" + borrower.loan());
        String address = "/servicing/" + borrower.loan();
        Visitor officer = staff("OFFICER");
        Visitor head = staff("HEAD_OF_LENDING");
        String request = requestOf(officer.get(address).body());
        assertThat(head.get(address).body()).doesNotContain("name=\"decision\"");

        Visitor.Reply form = officer.get(address);
        officer.post(
                address + "/proposals",
                Map.of("request", request, "request_version", "0", "idempotency_key", key(form)));
        assertThat(officer.post(address + "/decisions", Map.of("request", request))
                        .status())
                .isEqualTo(403);
        approve(address, request);
    }

    private static String query(Map<String, String> typed) {
        return typed.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
    }

    private static String requestOf(String html) {
        Matcher request = Pattern.compile("name=\"request\" value=\"([^\"]+)\"").matcher(html);
        assertThat(request.find()).isTrue();
        return request.group(1);
    }

    @Test
    void anExtensionOfALoanPastItsEndIsRefusedInTheReadersLanguage() throws Exception {
        Loan matured = new LoanFixtures().open("1169.00", 14);
        Borrower borrower = owner("Matured Pages", matured);
        String address = "/loans/" + matured.id() + "/extension?months=6";

        String chinese = refusal(borrower.visitor().get(address + "&lang=zh").body());
        String english = refusal(borrower.visitor().get(address + "&lang=en").body());

        assertThat(chinese).contains("剩下的期数不够").doesNotContainPattern("[A-Za-z]{3,}");
        assertThat(english).contains("Too few instalments").doesNotContainPattern("\\p{IsHan}");
        Visitor.Reply asked = borrower.visitor()
                .post(
                        "/loans/" + matured.id() + "/extension",
                        Map.of("months", "6", "reason", "income", "idempotency_key", "matured-key-1"));
        assertThat(asked.status()).isEqualTo(400);
        assertThat(refusal(asked.body())).contains("Too few instalments");
    }
}
