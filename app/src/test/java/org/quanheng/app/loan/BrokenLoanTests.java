package org.quanheng.app.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanheng.app.RunningLender;
import org.quanheng.app.Visitor;
import org.quanheng.app.sample.SampleLender;
import org.quanheng.lending.account.Excess;
import tools.jackson.databind.JsonNode;

/** A loan whose rows contradict themselves: everybody is told what they need to know, and nothing fails. */
class BrokenLoanTests {
    private final RunningLender lender = RunningLender.get();
    private final LoanFixtures f = new LoanFixtures();

    /** A change of rows, and what undoes it. */
    private record Tampering(String change, String undo) {}

    private interface Look {
        void look() throws Exception;
    }

    private void during(Tampering tampering, Look look) throws Exception {
        lender.tamper(tampering.change());
        try {
            look.look();
        } finally {
            lender.tamper(tampering.undo());
        }
    }

    private static Tampering paidOutADayEarly(UUID loan) {
        String change =
                "update loan_event set counts_from = counts_from %s 1 where loan_id = '" + loan + "' and number = 1";
        return new Tampering(change.formatted("-"), change.formatted("+"));
    }

    private Visitor staff(String role) throws Exception {
        SampleLender.SignIn signIn = lender.signInOf(role);
        Visitor visitor = lender.visitor();
        visitor.signIn(signIn.login(), signIn.password());
        return visitor;
    }

    private Visitor program(String role) {
        SampleLender.SignIn signIn = lender.signInOf(role);
        String pair = signIn.login() + ":" + signIn.password();
        return lender.visitor()
                .authorized("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Visitor.Reply page) {
        String main =
                page.body().substring(page.body().indexOf("<main"), page.body().indexOf("</main>"));
        return main.replaceAll("<[^>]*>", " ").replace("&amp;", "&");
    }

    @Test
    void theStaffSeeWhatIsWrongInTheirLanguageAndWhatToDo() throws Exception {
        Loan loan = f.open("1169.00", 2);
        Visitor officer = staff("OFFICER");
        String address = "/servicing/" + loan.id();
        during(paidOutADayEarly(loan.id()), () -> {
            Visitor.Reply english = officer.get(address + "?lang=en");
            assertThat(english.status()).isEqualTo(200);
            assertThat(text(english))
                    .contains("The record of loan " + loan.number() + " does not replay")
                    .contains("loan event 1: date: expected " + f.today.minusMonths(2) + " or later")
                    .contains("ledger verify")
                    .doesNotContainPattern("\\p{IsHan}");
            Visitor.Reply chinese = officer.get(address + "?lang=zh");
            assertThat(text(chinese))
                    .contains("合同 " + loan.number() + " 的记录无法推算", "贷款事件 1：日期：应为")
                    .doesNotContainPattern("(?!ledger|verify|quanheng)\\b[A-Za-z]{3,}\\b");
            Visitor.Reply posted = officer.post(
                    address + "/payments",
                    Map.of(
                            "amount",
                            "50.00",
                            "on",
                            f.today.toString(),
                            "reference",
                            "BROKEN-1",
                            "excess",
                            "held",
                            "version",
                            "1",
                            "idempotency_key",
                            "broken-key-1"));
            assertThat(posted.status()).isEqualTo(409);
            assertThat(text(posted)).contains("刚才提交的内容没有办理");
        });
        assertThat(officer.get(address + "?lang=en").body()).contains("Days past due");
        assertThat(f.again(loan.id()).version()).isEqualTo(1);
    }

    @Test
    void theBorrowerIsToldCalmlyAndSeesNoFigure() throws Exception {
        Visitor borrower = lender.visitor();
        Visitor.Applied applied = borrower.apply("Broken Pages");
        String offer = applied.answer().get("offers").get(0).get("offer").asString();
        UUID id = UUID.fromString(lender.visitor()
                .authorized(applied.bearer())
                .postJson("/api/applications/" + applied.id() + "/acceptance", "{\"offer\":\"" + offer + "\"}")
                .json()
                .get("loan")
                .asString());
        borrower.resume(applied);
        long number = f.again(id).number();
        during(paidOutADayEarly(id), () -> {
            for (String page : List.of("", "/early-repayment", "/extension")) {
                Visitor.Reply english = borrower.get("/loans/" + id + page + "?lang=en");
                assertThat(english.status()).as(page).isEqualTo(200);
                assertThat(text(english))
                        .contains("We are looking into your loan", "quote contract " + number, "+49 30 23125 000")
                        .doesNotContain("loan event", "DM");
                assertThat(text(borrower.get("/loans/" + id + page + "?lang=zh")))
                        .contains("我们正在核查您的贷款", "合同编号 " + number)
                        .doesNotContain("贷款事件", "DM");
            }
            Visitor.Reply posted = borrower.post(
                    "/loans/" + id + "/extension?lang=en",
                    Map.of("months", "6", "reason", "income", "idempotency_key", "broken-key-2"));
            assertThat(posted.status()).isEqualTo(409);
            Visitor.Reply problem =
                    lender.visitor().authorized(applied.bearer()).get("/api/loans/" + id);
            assertThat(problem.status()).isEqualTo(409);
            assertThat(problem.json().get("detail").asString()).contains("loan " + number + " cannot be replayed");
            assertThat(problem.json().has("faults")).isFalse();
        });
        assertThat(borrower.get("/loans/" + id + "?lang=en").body()).contains("Next payment");
    }

    @Test
    void programsGetOneProblemThatNamesEveryFaultToTheStaff() throws Exception {
        Loan loan = f.open("1169.00", 2);
        String address = "/api/loans/" + loan.id();
        during(paidOutADayEarly(loan.id()), () -> {
            for (String path : List.of("", "/schedule", "/statement")) {
                Visitor.Reply reply = program("OFFICER").get(address + path);
                assertThat(reply.status()).as(path).isEqualTo(409);
                JsonNode problem = reply.json();
                assertThat(problem.get("type").asString()).isEqualTo("/errors/record-broken");
                JsonNode fault = problem.get("faults").get(0);
                assertThat(fault.get("field").asString()).isEqualTo("loan event 1: date");
                assertThat(fault.get("message").asString())
                        .startsWith("loan event 1: date: expected " + f.today.minusMonths(2) + " or later");
            }
            String body = "{\"kind\":\"extension\",\"months\":6}";
            assertThat(program("OFFICER").postJson(address + "/previews", body).status())
                    .isEqualTo(409);
        });
    }

    @Test
    void theListNamesItAndLeadsToItsPage() throws Exception {
        Loan loan = f.open("1169.00", 11);
        during(paidOutADayEarly(loan.id()), () -> {
            Visitor.Reply list = staff("OFFICER").get("/servicing?scope=overdue&lang=en");
            assertThat(list.status()).isEqualTo(200);
            assertThat(list.body())
                    .contains("Loans that cannot be listed")
                    .contains("<a href=\"/servicing/" + loan.id() + "\">Loan " + loan.number() + "</a>");
        });
    }

    @Test
    void aLoanInNoCurrencyHidesNoRequestAboutAnother() throws Exception {
        Asking asking = lender.part(Asking.class);
        Loan broken = f.open("1169.00", 2);
        Loan sound = f.open("1200.00", 2);
        for (Loan loan : List.of(broken, sound)) {
            asking.ask(
                    f.key("ask"),
                    loan,
                    new LoanChange.EarlyRepayment(300_00, Excess.FEWER_INSTALMENTS, f.today.plusDays(1)));
        }
        String change = "update loan set currency = '%s' where id = '" + broken.id() + "'";
        during(new Tampering(change.formatted("QQQ"), change.formatted("DEM")), () -> {
            Visitor.Reply list = staff("OFFICER").get("/servicing?scope=requests&lang=en");
            assertThat(list.status()).isEqualTo(200);
            assertThat(list.body())
                    .contains("<a href=\"/servicing/" + broken.id() + "\">Loan " + broken.number() + "</a>")
                    .contains("<a class=\"row\" href=\"/servicing/" + sound.id() + "\">")
                    .contains("DM\u00a0300.00");
        });
        LoanRequests requests = lender.part(LoanRequests.class);
        for (Loan loan : List.of(broken, sound)) {
            requests.of(loan.id()).forEach(asked -> asking.withdraw(f.key("withdraw"), loan, asked, asked.version()));
        }
    }

    /** Whatever is changed behind the platform's back, the page of the loan and the lists answer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update loan set repayment_method = 'BY_HEART' where id = ?",
                "update loan set currency = 'QQQ' where id = ?",
                "update loan set principal_minor = 9000000000000000000 where id = ?",
                "update loan set annual_rate = 1e30 where id = ?",
                "update loan set months = 2000000000 where id = ?",
                "update loan set disbursed_on = date '5874000-01-01' where id = ?",
                "delete from loan_event where loan_id = ?",
                "delete from loan_event where loan_id = ? and number = 2",
                "update loan_event set amount_minor = 9000000000000000000 where loan_id = ? and number = 2",
                "update loan_event set counts_from = date '0001-01-01' where loan_id = ? and number = 2",
                "update loan_event set kind = 'REVERSED', amount_minor = null, reference = null, reverses = 1 where loan_id = ? and number = 2",
                "update loan set first_unpaid_due = null where id = ?",
                "update ledger_entry set account = 'POCKET' where loan_id = ?",
                "update ledger_entry set event = 'GIFT' where loan_id = ?",
                "update ledger_entry set amount_minor = amount_minor + 1 where loan_id = ?"
            })
    void noBrokenRowMakesAPageFail(String change) throws Exception {
        Loan loan = f.pay(
                f.pay(f.open("1169.00", 2), f.today, LoanFixtures.dm("50.00"), null),
                f.today,
                LoanFixtures.dm("20.00"),
                null);
        List<String> tables = List.of("ledger_entry", "loan_event", "loan");
        for (String table : tables) {
            lender.tamper("create table kept_" + table + " as select * from " + table + " where "
                    + (table.equals("loan") ? "id" : "loan_id") + " = '" + loan.id() + "'");
        }
        lender.tamper(change.replace("?", "'" + loan.id() + "'"));
        try {
            for (String scope : List.of("running", "overdue", "requests", "refunds")) {
                assertThat(staff("OFFICER").get("/servicing?scope=" + scope).status())
                        .as(scope)
                        .isEqualTo(200);
            }
            assertThat(staff("OFFICER").get("/servicing/" + loan.id()).status()).isEqualTo(200);
            for (String path : List.of("", "/schedule", "/statement")) {
                assertThat(program("OFFICER")
                                .get("/api/loans/" + loan.id() + path)
                                .status())
                        .as(path)
                        .isIn(200, 409);
            }
            assertThat(lender.part(EndOfDay.class).verify().faults())
                    .allMatch(fault -> fault.startsWith("loan " + loan.number() + ": "))
                    .isNotEmpty();
            assertThat(lender.part(EndOfDay.class).run(f.today.plusDays(1)).failed())
                    .allMatch(fault -> fault.startsWith("loan " + loan.number() + ": "));
        } finally {
            restore(loan.id());
        }
    }

    private void restore(UUID loan) throws SQLException {
        lender.tamper("delete from ledger_entry where loan_id = '" + loan + "'");
        lender.tamper("delete from loan_event where loan_id = '" + loan + "'");
        lender.tamper("delete from loan where id = '" + loan + "'");
        lender.tamper("insert into loan overriding system value select * from kept_loan");
        lender.tamper("insert into loan_event select * from kept_loan_event");
        lender.tamper("insert into ledger_entry overriding system value select * from kept_ledger_entry");
        for (String table : List.of("loan", "loan_event", "ledger_entry")) {
            lender.tamper("drop table kept_" + table);
        }
    }
}
