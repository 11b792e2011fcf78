package org.quanheng.app.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quanheng.app.Visitor;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.terms.RepaymentMethod;

/** A borrower and the staff around one loan, over HTTP and without JavaScript, from the accepted offer on. */
class LoanPagesTests extends LoanVisits {
    private static final Pattern CELL = Pattern.compile("data-value=\"([0-9.]+)\"");

    @Test
    void theBorrowerSeesWhatIsDueAndIsToldHowToPay() throws Exception {
        Borrower borrower = borrower("Berta Pages");
        Visitor.Reply page = borrower.page("");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Next payment", "No payment service is connected", "Pay early", "Extension")
                .contains("id=\"plan-figures\"", "id=\"statement-figures\"", "Paid out");
        assertThat(lender.visitor().apply("Stranger Pages")).isNotNull();
        Visitor stranger = lender.visitor();
        stranger.resume(stranger.apply("Stranger Two"));
        assertThat(stranger.get("/loans/" + borrower.loan()).status()).isEqualTo(404);
        assertThat(stranger.get("/loans/" + borrower.loan() + "/extension").status())
                .isEqualTo(404);
    }

    @Test
    void anEarlyRepaymentIsShownAskedForRecordedAndIsWhatWasShown() throws Exception {
        Borrower borrower = borrower("Early Pages");
        String today = servicing.today().toString();
        Visitor.Reply preview = borrower.page("/early-repayment?amount=400&on=" + today);
        assertThat(preview.body())
                .contains("Same instalments, fewer of them", "Same number, smaller instalments", "to the cent");
        Visitor.Reply asked = borrower.visitor()
                .post(
                        "/loans/" + borrower.loan() + "/early-repayment",
                        Map.of(
                                "amount",
                                "400",
                                "on",
                                today,
                                "way",
                                "smaller_instalments",
                                "idempotency_key",
                                key(preview)));
        assertThat(asked.location()).endsWith("/loans/" + borrower.loan());
        assertThat(borrower.page("").body()).contains("Early repayment", "Your turn: please transfer");

        Visitor officer = staff("OFFICER");
        String address = "/servicing/" + borrower.loan();
        Visitor.Reply form = officer.get(address);
        assertThat(form.body()).contains("The borrower means to pay early", "value=\"400.00\"");
        Map<String, String> payment = Map.of(
                "amount",
                "400.00",
                "on",
                today,
                "reference",
                "BANK-" + loan(borrower).number() + "-1",
                "excess",
                "smaller_instalments");
        Visitor.Reply shown = officer.get(address + "?amount=400.00&on=" + today + "&reference="
                + payment.get("reference") + "&excess=smaller_instalments");
        List<String> previewed = balancesAfter(shown.body());
        assertThat(previewed).hasSizeGreaterThan(5);
        Map<String, String> post = new java.util.HashMap<>(payment);
        post.put("version", "1");
        post.put("idempotency_key", key(shown));
        assertThat(officer.post(address + "/payments", post).location()).endsWith(address);
        assertThat(officer.post(address + "/payments", post).location()).endsWith(address);

        assertThat(loan(borrower).version()).isEqualTo(2);
        assertThat(balances(borrower.page("").body())).endsWith(previewed.toArray(String[]::new));
        assertThat(borrower.page("").body()).contains("done", payment.get("reference"));
    }

    /** The last column of the preview: what will be owed at each due date. */
    private static List<String> balancesAfter(String html) {
        String table = table(html, "payment-change-figures");
        return rows(table).skip(1).map(cells -> cells.getLast()).toList();
    }

    /** The balance after each row of the schedule. */
    private static List<String> balances(String html) {
        return rows(table(html, "plan-figures")).map(cells -> cells.getLast()).toList();
    }

    private static String table(String html, String id) {
        int start = html.indexOf("id=\"" + id + "\"");
        assertThat(start).as("table " + id).isPositive();
        String table = html.substring(start, html.indexOf("</table>", start));
        return table.substring(table.indexOf("<tbody>"));
    }

    private static java.util.stream.Stream<List<String>> rows(String table) {
        return java.util.Arrays.stream(table.split("<tr", -1))
                .skip(1)
                .map(row ->
                        CELL.matcher(row).results().map(cell -> cell.group(1)).toList());
    }

    @Test
    void whatIsPaidAheadIsHeldAndShownToBoth() throws Exception {
        Borrower borrower = borrower("Held Pages");
        String today = servicing.today().toString();
        String reference = "HELD-" + loan(borrower).number();
        assertThat(borrower.page("").body()).contains("is held for you and pays what falls due next");
        Visitor officer = staff("OFFICER");
        String address = "/servicing/" + borrower.loan();
        assertThat(officer.get(address).body()).doesNotContain("id=\"refund\"");
        Visitor.Reply shown =
                officer.get(address + "?amount=400.00&on=" + today + "&reference=" + reference + "&excess=held");
        assertThat(shown.body())
                .contains("Is held until something falls due", "More than the next instalment would be held");

        Map<String, String> form = new java.util.HashMap<>(
                Map.of("amount", "400.00", "on", today, "reference", reference, "excess", "held", "version", "1"));
        form.put("idempotency_key", key(shown));
        assertThat(officer.post(address + "/payments", form).location()).endsWith(address);

        assertThat(borrower.page("").body())
                .contains("400.00 is held for you and pays what falls due, next on", "paid ahead", "400.00 held");
        assertThat(borrower.page("?lang=zh").body()).contains("溢缴款", "待抵扣", "存入溢缴款 400.00");
    }

    @Test
    void whatIsHeldIsGivenBackAsShown() throws Exception {
        LoanFixtures f = new LoanFixtures();
        Loan loan = f.pay(f.open("1169.00", 0), f.today, LoanFixtures.dm("400.00"), null);
        Visitor officer = staff("OFFICER");
        String address = "/servicing/" + loan.id();
        Visitor.Reply shown = officer.get(address + "?refund_amount=150&refund_on=" + f.today
                + "&refund_reference=BACK-" + loan.number() + "&lang=en");
        assertThat(shown.body()).contains("id=\"refund\"", "Held after", "250.00");
        Map<String, String> form = new java.util.HashMap<>(Map.of(
                "refund_amount",
                "150",
                "refund_on",
                f.today.toString(),
                "refund_reference",
                "BACK-" + loan.number(),
                "version",
                "2",
                "idempotency_key",
                key(shown)));

        assertThat(officer.post(address + "/refunds", form).location()).endsWith(address);

        assertThat(officer.get(address).body()).contains("Held money returned", "DM\u00a0250.00 held for the borrower");
        form.putAll(Map.of("refund_amount", "250.01", "refund_reference", "MORE-" + loan.number(), "version", "3"));
        form.put("idempotency_key", "too-much-" + loan.number());
        Visitor.Reply refused = officer.post(address + "/refunds", form);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("href=\"#f-refund_amount\"", "id=\"f-refund_amount\" value=\"250.01\"");
        assertThat(refusal(refused.body())).contains("Amount returned: only DM\u00a0250.00 is held on that day.");
        assertThat(f.again(loan.id()).version()).isEqualTo(3);
    }

    @Test
    void aPaymentThatWentBackIsNotUndoneBeforeItsRefund() throws Exception {
        LoanFixtures f = new LoanFixtures();
        Loan loan = f.pay(f.open("1169.00", 0), f.today, LoanFixtures.dm("400.00"), null);
        Refund back = new Refund(f.today, LoanFixtures.dm("400.00"), "SPENT-" + loan.number());
        f.servicing.refund(f.key("spent"), loan.id(), 2, back, f.officer);
        Visitor head = staff("HEAD_OF_LENDING");
        String address = "/servicing/" + loan.id();
        Map<String, String> form =
                Map.of("event", "2", "version", "3", "idempotency_key", "spent-undo-" + loan.number());
        Visitor.Reply preview = head.get(address + "?undo=2&lang=zh");
        assertThat(preview.body()).doesNotContain("id=\"undo\"");
        assertThat(refusal(preview.body())).contains("请先冲正那一条");

        Visitor.Reply refused = head.post(address + "/reversals", form);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refusal(refused.body()))
                .contains("这样登记会使另一条记录不成立（贷款事件 3：金额）。", "请先冲正那一条")
                .doesNotContainPattern("[A-Za-z]{3,}");
        assertThat(f.again(loan.id()).version()).isEqualTo(3);
    }

    @Test
    void whatIsLeftOfASettledLoanIsListedToBeReturned() throws Exception {
        LoanFixtures fixtures = new LoanFixtures();
        Loan loan = fixtures.open("500.00", 0);
        fixtures.pay(loan, fixtures.today, LoanFixtures.dm("531.00"), null);
        Visitor officer = staff("OFFICER");

        assertThat(officer.get("/servicing?scope=refunds").body())
                .contains("To be returned", "/servicing/" + loan.id(), "DM\u00a031.00");
        assertThat(officer.get("/servicing/" + loan.id()).body())
                .contains("id=\"refund\"", "id=\"f-refund_amount\" value=\"31.00\"", "id=\"payment\"");
    }

    @Test
    void aLoanPaidBackOnItsFirstDayHasNoCourseToDraw() throws Exception {
        LoanFixtures fixtures = new LoanFixtures();
        Loan loan = fixtures.open("500.00", 0);
        fixtures.pay(loan, fixtures.today, LoanFixtures.dm("500.00"), Excess.FEWER_INSTALMENTS);

        assertThat(staff("OFFICER").get("/servicing/" + loan.id()).body())
                .contains("There is one date of payment only", "id=\"plan-figures\"")
                .doesNotContain("id=\"plan\"");
    }

    @Test
    void faultyInputIsNamedBesideItsFieldAndNothingIsRecorded() throws Exception {
        Borrower borrower = borrower("Faulty Pages");
        Visitor officer = staff("OFFICER");
        Visitor.Reply refused = officer.post(
                "/servicing/" + borrower.loan() + "/payments",
                Map.of(
                        "amount",
                        "99,99",
                        "on",
                        "2999-01-01",
                        "reference",
                        "x",
                        "excess",
                        "sideways",
                        "version",
                        "1",
                        "idempotency_key",
                        "faulty-key-1"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body())
                .contains("4 things need another look", "href=\"#f-on\"", "href=\"#f-reference\"", "href=\"#f-excess\"")
                .contains("href=\"#f-amount\"");
        assertThat(loan(borrower).version()).isEqualTo(1);
        Visitor.Reply early = borrower.page("/early-repayment?amount=99999&on=" + servicing.today());
        assertThat(early.status()).isEqualTo(200);
        assertThat(early.body())
                .contains("at most DM\u00a0", "which settles the loan")
                .doesNotContain("DEM ");
        String undated =
                borrower.page("/early-repayment?amount=400&on=tomorrow&lang=zh").body();
        assertThat(undated).contains("for=\"f-on\">计划还款日</label>");
        assertThat(refusal(undated)).contains("计划还款日：请填写日期");
    }

    @Test
    void theListShowsTheLongestOverdueFirst() throws Exception {
        LoanFixtures fixtures = new LoanFixtures();
        Loan longest = fixtures.open("3000.00", 11);
        fixtures.open("3000.00", 3);
        Visitor.Reply list = staff("OFFICER").get("/servicing?scope=overdue");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body()).contains("M6+ &gt;180", "Doubtful", "As of ").contains("/servicing/" + longest.id());
        List<Integer> days = Pattern.compile("<span class=\"bad strong\">(\\d+)</span>")
                .matcher(list.body())
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .toList();
        assertThat(days).hasSizeGreaterThanOrEqualTo(2).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        Visitor.Reply one = staff("HEAD_OF_LENDING").get("/servicing/" + longest.id());
        assertThat(one.body()).contains("Days past due", "interest accrued", "Anna Berger", "Doubtful");
        assertThat(staff("AUDITOR").get("/servicing").status()).isEqualTo(403);
    }

    @Test
    void manyAtOnceAreServedOverTwoConnections() throws Exception {
        String one = "/servicing/" + new LoanFixtures().open("1169.00", 2).id();
        Visitor officer = staff("OFFICER");
        List<Callable<Integer>> requests = IntStream.range(0, 40)
                .<Callable<Integer>>mapToObj(
                        n -> () -> officer.get(n % 2 == 0 ? "/servicing" : one).status())
                .toList();

        lender.withConnections(2, () -> {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Integer> status : threads.invokeAll(requests)) {
                    assertThat(status.get()).isEqualTo(200);
                }
            }
            return null;
        });
    }

    @Test
    void aFaultWritesMoneyAndDaysAsThePageDoes() throws Exception {
        Loan fresh = new LoanFixtures().open("1169.00", 0);
        Loan running = new LoanFixtures()
                .open(
                        "1169.00",
                        RepaymentMethod.EQUAL_INSTALMENT,
                        servicing.today().minusDays(45));
        Visitor officer = staff("OFFICER");
        java.time.LocalDate today = servicing.today();
        String typed = "?amount=5000&reference=BANK-1&excess=fewer_instalments&on=" + today.plusDays(1);

        String chinese = refusal(
                officer.get("/servicing/" + fresh.id() + typed + "&lang=zh").body());
        assertThat(chinese)
                .contains(
                        "到账日期：只能填 %d年%d月%d日。".formatted(today.getYear(), today.getMonthValue(), today.getDayOfMonth()))
                .contains("还款金额：当日提前还款最多 DM\u00a01,169.00，还清即结清。");
        String english = refusal(
                officer.get("/servicing/" + fresh.id() + typed + "&lang=en").body());
        assertThat(english)
                .containsPattern(": only \\d+ \\p{Alpha}+ \\d{4} is possible\\.")
                .contains(": to repay early, at most DM\u00a01,169.00 on that day, which settles the loan.");
        english = refusal(
                officer.get("/servicing/" + running.id() + typed + "&lang=en").body());
        assertThat(english)
                .containsPattern(": a day from \\d+ \\p{Alpha}+ \\d{4} to \\d+ \\p{Alpha}+ \\d{4}, please\\.")
                .containsPattern(
                        ": to repay early, at most DM\u00a01,\\d{3}\\.\\d{2} on that day, or DM\u00a01,\\d{3}\\.\\d{2} to settle the loan\\.");
    }

    @Test
    void theCalculatorComparesTwoWaysToPayBack() throws Exception {
        Visitor.Reply page = lender.visitor()
                .get("/?amount=2500&months=24&method=equal_principal&compare=interest_only_then_bullet&lang=en");
        assertThat(page.body())
                .contains("Equal principal", "Interest only, then principal", "Annual cost", "costs DM")
                .contains("For comparison only: this product does not offer it");
        assertThat(rows(table(page.body(), "calc-figures"))).hasSize(25);
        Visitor.Reply fragment = lender.visitor().get("/payment?amount=2500&months=24&method=bullet");
        assertThat(fragment.body()).contains("once, after 24 months").doesNotContain("<html");
        assertThat(lender.visitor()
                        .get("/payment?amount=1&months=x&method=bullet")
                        .body())
                .contains("class=\"bad\"");
    }
}
