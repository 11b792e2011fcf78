package org.quanheng.app.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quanheng.app.RunningLender;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.PenaltyTerms;
import org.quanheng.lending.schedule.Instalment;
import org.quanheng.lending.schedule.Schedule;
import org.quanheng.lending.terms.RepaymentMethod;
import org.quanheng.policy.document.Changes;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of before servicing: its loans get their first event from their contract, and replay to what was booked. */
class UpgradeTests {
    private static final UUID LOAN = new UUID(1, 1);

    private final RunningLender lender = RunningLender.get();

    @Test
    void loansOfBeforeReplayFromTheirContract() throws IOException {
        DriverManagerDataSource database = beforeHeldMoney();
        JdbcClient jdbc = JdbcClient.create(database);

        upgrade(jdbc);

        LedgerVerification found = LedgerVerifier.verify(database);
        assertThat(found.faults()).isEmpty();
        assertThat(found.loans()).isEqualTo(1);
        assertThat(found.entries()).isEqualTo(1);
        Loan loan = new LoanReader(jdbc).loans(jdbc.sql("select * from loan")).getFirst();
        LocalDate opened = loan.contract().disbursedOn();
        assertThat(loan.version()).isEqualTo(1);
        assertThat(loan.contract().fees()).isEmpty();
        assertThat(loan.contract().changes()).isEqualTo(Changes.DEFAULT);
        assertThat(loan.contract().lateRate().perYear())
                .isEqualByComparingTo(loan.contract().annualRate());
        assertThat(loan.account().schedule(opened)).hasSize(12);
        assertThat(loan.account().state(opened).principal())
                .isEqualTo(loan.contract().principal());
    }

    @Test
    void whatWasPaidAheadOnALoanOfBeforeGoesOnCountingTowardsTheNextInstalments() throws IOException {
        DriverManagerDataSource database = beforeHeldMoney();
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("""
                insert into loan_event (loan_id, number, kind, counts_from, amount_minor, reference, recorded_by, recorded_at)
                values ('%1$s', 2, 'REPAID', date '2026-11-23', 50000, 'BANK-1', 'system', now());
                insert into ledger_entry (posting_id, loan_id, event, account, currency, amount_minor, booked_on, at, event_number, of_event)
                values ('%2$s', '%1$s', 'REPAYMENT', 'CASH', 'DEM', 50000, date '2026-11-23', now(), 2, 2),
                       ('%2$s', '%1$s', 'REPAYMENT', 'PRINCIPAL_RECEIVABLE', 'DEM', -50000, date '2026-11-23', now(), 2, 2);
                update loan set booked_to = date '2026-11-23', principal_owed_minor = 66900""".formatted(LOAN, new UUID(1, 3))).update();

        upgrade(jdbc);

        assertThat(LedgerVerifier.verify(database).faults()).isEmpty();
        Loan loan = new LoanReader(jdbc).loans(jdbc.sql("select * from loan")).getFirst();
        assertThat(loan.contract().excess()).isEqualTo(Excess.NEXT_INSTALMENTS);
        assertThat(loan.account().state(LocalDate.of(2026, 11, 23)).held().isZero())
                .isTrue();
        assertThatThrownBy(() ->
                        jdbc.sql("update loan set excess = 'FEWER_INSTALMENTS'").update())
                .hasMessageContaining("violates check constraint");
    }

    private static void upgrade(JdbcClient jdbc) throws IOException {
        for (String name : List.of(
                "V9__held_money.sql",
                "V10__payment_holiday.sql",
                "V11__charges.sql",
                "V12__restructuring.sql",
                "V13__write_off.sql",
                "V14__proposals_taken_back.sql",
                "V15__limits_of_changes.sql")) {
            jdbc.sql(script(name)).update();
        }
    }

    /** A database with one loan, as it was before contracts said where early money goes. */
    private DriverManagerDataSource beforeHeldMoney() throws IOException {
        lender.part(JdbcClient.class).sql("drop database if exists upgrade").update();
        lender.part(JdbcClient.class).sql("create database upgrade").update();
        Environment environment = lender.part(Environment.class);
        DriverManagerDataSource database = new DriverManagerDataSource(
                environment.getRequiredProperty("spring.datasource.url").replace("/postgres?", "/upgrade?"),
                environment.getRequiredProperty("spring.datasource.username"),
                "");
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql(script("V1__first_whole_loan.sql")).update();
        keepAsBefore(jdbc, contract());
        jdbc.sql(script("V2__servicing.sql")).update();
        jdbc.sql(script("V7__principal_owed.sql")).update();
        jdbc.sql(script("V8__event_of_an_entry.sql")).update();
        return database;
    }

    @Test
    void entriesOfBeforeAreOfTheOnePaymentThatTheyCanBe() throws Exception {
        LoanFixtures f = new LoanFixtures();
        Random random = new Random(27);
        for (int n = 0; n < 12; n++) {
            Loan loan = f.open("1169.00", 4);
            for (int act = 0; act < 12; act++) {
                loan = random.nextInt(4) == 0 ? undone(f, loan, random) : paid(f, loan, random);
            }
        }
        EndOfDay endOfDay = lender.part(EndOfDay.class);
        endOfDay.run(f.today);
        String entries = "select event || ' ' || id || ' ' || coalesce(of_event::text, '-') from ledger_entry"
                + " where event in ('DISBURSEMENT', 'INTEREST', 'REPAYMENT') order by id";
        List<String> before = lender.column(entries);

        lender.tamper("alter table ledger_entry drop column of_event");
        lender.tamper(script("V8__event_of_an_entry.sql"));

        List<String> after = lender.column(entries);
        List<String> unknown = new ArrayList<>(after);
        unknown.removeAll(before);
        assertThat(unknown).isNotEmpty().allMatch(line -> line.startsWith("REPAYMENT ") && line.endsWith(" -"));
        assertThat(after.stream().filter(line -> line.startsWith("REPAYMENT ") && !line.endsWith(" -")))
                .hasSizeGreaterThan(50);
        assertThat(endOfDay.verify().faults()).isEmpty();
    }

    /** One of few amounts on one of few days, so that many are equal. */
    private static Loan paid(LoanFixtures f, Loan loan, Random random) {
        return f.pay(
                loan, f.today.minusDays(20L * random.nextInt(4)), LoanFixtures.dm(random.nextInt(1, 3) + "0.00"), null);
    }

    private static Loan undone(LoanFixtures f, Loan loan, Random random) {
        List<Integer> standing = loan.events().stream()
                .filter(recorded -> recorded.reference() != null && !loan.isReversed(recorded.number()))
                .map(RecordedEvent::number)
                .toList();
        if (!standing.isEmpty()) {
            int event = standing.get(random.nextInt(standing.size()));
            f.servicing.reverse(f.key("reverse"), loan.id(), loan.version(), event, f.head);
        }
        return f.again(loan.id());
    }

    private static LoanContract contract() {
        return new LoanContract(
                new UUID(1, 2),
                LoanFixtures.PRODUCT,
                1,
                Money.of("DEM", "1169.00"),
                new java.math.BigDecimal("0.104"),
                new java.math.BigDecimal("0.1091"),
                12,
                RepaymentMethod.EQUAL_INSTALMENT,
                Excess.NEXT_INSTALMENTS,
                List.of(),
                PenaltyTerms.NONE,
                Changes.DEFAULT,
                LocalDate.of(2026, 11, 22));
    }

    /** The rows that the platform wrote before it kept events. */
    private static void keepAsBefore(JdbcClient jdbc, LoanContract contract) {
        jdbc.sql("insert into customer (id, personal, created_at) values (?, '', now())")
                .param(contract.customerId())
                .update();
        jdbc.sql("insert into product_version values (?, 1, '{}', 'test', now())")
                .param(contract.productId())
                .update();
        StringBuilder rows = new StringBuilder("""
                begin;
                insert into loan (id, customer_id, product_id, product_version, currency, principal_minor, annual_rate,
                        annual_cost, months, repayment_method, disbursed_on, opened_at)
                select '%s', c.id, p.id, 1, 'DEM', 116900, 0.104, 0.1091, 12, 'EQUAL_INSTALMENT', date '2026-11-22', now()
                from customer c, product_version p;
                """.formatted(LOAN));
        for (Instalment row : Schedule.of(contract.terms()).instalments()) {
            rows.append("insert into instalment values ('%s', %d, date '%s', %d, %d, %d);%n"
                    .formatted(
                            LOAN,
                            row.number(),
                            row.dueDate(),
                            row.principal().minorUnits(),
                            row.interest().minorUnits(),
                            row.balanceAfter().minorUnits()));
        }
        for (String posting : new String[] {"'PRINCIPAL_RECEIVABLE', 'DEM', 116900", "'CASH', 'DEM', -116900"}) {
            rows.append(
                    "insert into ledger_entry (posting_id, loan_id, event, account, currency, amount_minor, booked_on, at)"
                            + " values ('%s', '%s', 'DISBURSEMENT', %s, date '2026-11-22', now());%n"
                                    .formatted(LOAN, LOAN, posting));
        }
        jdbc.sql(rows.append("commit;").toString()).update();
    }

    private static String script(String name) throws IOException {
        try (InputStream in = Loan.class.getResourceAsStream("/db/migration/" + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
