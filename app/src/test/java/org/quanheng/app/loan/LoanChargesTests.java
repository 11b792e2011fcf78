package org.quanheng.app.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quanheng.app.loan.LoanFixtures.dm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quanheng.app.Visitor;
import org.quanheng.app.page.Formats;
import org.quanheng.app.page.Language;
import org.quanheng.lending.Money;
import org.quanheng.lending.account.LoanState;
import org.quanheng.lending.account.PenaltyTerms;
import org.quanheng.lending.calendar.DayCount;
import org.quanheng.lending.ledger.LedgerAccount;
import org.quanheng.lending.ledger.LedgerEntry;
import org.quanheng.lending.terms.Fee;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Fees and penalty interest from the contract to the ledger. */
class LoanChargesTests {
    private static final PenaltyTerms HALF_AGAIN = new PenaltyTerms(new BigDecimal("0.5"), 3, false, DayCount.ACT_365F);
    private static final List<Fee> FEES = List.of(
            Fee.percentage("service", Fee.LENDER, Fee.Charged.UP_FRONT, new BigDecimal("1.5")),
            Fee.eachInstalment("guarantee", "Surety", dm("2.00")));

    private final LoanFixtures f = new LoanFixtures();
    private final JdbcClient jdbc = f.lender.part(JdbcClient.class);

    @Test
    void overduePrincipalBearsThePenaltyFromTheDueDateOn() {
        Loan loan =
                f.open("1200.00", List.of(), HALF_AGAIN, f.today.minusMonths(1).minusDays(10));
        Money late = loan.account().schedule(f.today).getFirst().principal();
        // 0.5 of 11 % on the principal of the first instalment, for 10 days of 365
        Money penalty = late.times(
                new BigDecimal("0.055")
                        .multiply(BigDecimal.TEN)
                        .divide(BigDecimal.valueOf(365), 20, RoundingMode.HALF_UP),
                RoundingMode.HALF_UP);
        LoanState state = loan.account().state(f.today);
        assertThat(penalty).isGreaterThan(dm("0.10"));
        assertThat(state.duePenalty()).isEqualTo(penalty);
        assertThat(loan.contract().lateRate().perYear()).isEqualByComparingTo("0.165");

        Loan paid = f.pay(loan, f.today, state.due(), null);
        assertThat(paid.account().state(f.today).due()).isEqualTo(dm("0.00"));
        assertThat(booked(paid, LedgerEntry.Kind.PENALTY, LedgerAccount.PENALTY_RECEIVABLE))
                .isEqualTo(penalty);
        assertThat(f.lender.part(EndOfDay.class).verify().faults()).isEmpty();
    }

    @Test
    void withinTheDaysOfGraceThereIsNone() {
        Loan loan =
                f.open("1200.00", List.of(), HALF_AGAIN, f.today.minusMonths(1).minusDays(3));
        assertThat(loan.account().state(f.today).duePenalty()).isEqualTo(dm("0.00"));
        assertThat(loan.account().state(f.today.plusDays(1)).duePenalty()).isGreaterThan(dm("0.00"));
    }

    @Test
    void feesAreKeptBackOrFallDueAndGoToWhomTheContractSays() {
        Loan loan = f.open("1200.00", FEES, PenaltyTerms.NONE, f.today.minusMonths(1));
        assertThat(loan.contract().fees()).isEqualTo(FEES);
        assertThat(f.lender.part(Statement.class).of(loan, loan.contract().disbursedOn()).stream()
                        .map(line -> line.entry().kind() + " " + line.change() + " " + line.owed()))
                .containsExactly(
                        "DISBURSEMENT DEM 1200.00 DEM 1200.00",
                        "FEE DEM 18.00 DEM 1218.00",
                        "REPAYMENT DEM -18.00 DEM 1200.00");
        assertThat(loan.account().state(f.today).dueFees()).isEqualTo(dm("2.00"));
        assertThat(jdbc.sql("select distinct fees_minor from instalment where loan_id = ?")
                        .param(loan.id())
                        .query(Long.class)
                        .list())
                .containsExactly(200L);
        Loan paid = f.pay(loan, f.today, loan.account().state(f.today).due(), null);
        assertThat(paid.account().state(f.today).due()).isEqualTo(dm("0.00"));
        f.lender.part(EndOfDay.class).run(f.today);
        assertThat(f.lender.part(EndOfDay.class).verify().faults()).isEmpty();
    }

    @Test
    void theDatabaseKeepsOnlyFeesThatMakeSense() {
        Loan loan = f.open("1200.00", FEES, HALF_AGAIN, f.today);
        String insert =
                "insert into loan_fee (loan_id, number, kind, payee, charged, amount_minor, percent) values (?, 9, ?, ?, ?, ?, ?)";
        for (List<Object> row : List.<List<Object>>of(
                List.of("gift", "lender", "UP_FRONT", 1L),
                List.of("service", "", "UP_FRONT", 1L),
                List.of("service", "lender", "SOMETIME", 1L),
                List.of("service", "lender", "UP_FRONT", -1L))) {
            assertThatThrownBy(() -> jdbc.sql(insert)
                            .param(loan.id())
                            .params(row)
                            .param(null)
                            .update())
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThatThrownBy(() -> jdbc.sql(insert)
                        .params(loan.id(), "service", "lender", "UP_FRONT", 1L, BigDecimal.ONE)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update loan_fee set payee = 'me' where loan_id = ?")
                        .param(loan.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update loan set penalty_multiple = 6 where id = ?")
                        .param(loan.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void theOfferTheContractAndTheBorrowersPageSayTheSameOfALatePayment() throws Exception {
        Visitor visitor = f.lender.visitor();
        Visitor.Applied applied = visitor.apply("Lata Charges");
        JsonNode offer = applied.answer().get("offers").get(0);
        assertThat(new BigDecimal(offer.get("annualRateOverdue").asString()))
                .isEqualByComparingTo(
                        new BigDecimal(offer.get("annualRateNominal").asString()).multiply(new BigDecimal("1.5")));
        assertThat(offer.get("graceDays").asInt()).isEqualTo(3);
        assertThat(offer.get("costs").get(0).get("item").asString()).isEqualTo("interest");
        assertThat(new BigDecimal(offer.get("annualCost").asString()))
                .isGreaterThan(new BigDecimal(offer.get("annualRateNominal").asString()));

        visitor.resume(applied);
        String id = offer.get("offer").asString();
        String late =
                "Overdue principal bears " + percent(offer.get("annualRateOverdue")) + " a year from the due date";
        Visitor.Reply answer = visitor.get("/applications/" + applied.id() + "/answer?offer=" + id);
        assertThat(answer.body()).contains("If a payment is late", late, "only if it happens", "If you pay early");
        String loan = f.lender
                .visitor()
                .authorized(applied.bearer())
                .postJson("/api/applications/" + applied.id() + "/acceptance", "{\"offer\":\"" + id + "\"}")
                .json()
                .get("loan")
                .asString();
        assertThat(visitor.get("/loans/" + loan).body()).contains(late);
        Loan signed = f.again(UUID.fromString(loan));
        assertThat(signed.contract().lateRate().perYear().toPlainString())
                .isEqualTo(offer.get("annualRateOverdue").asString());
    }

    private static String percent(JsonNode rate) {
        return new Formats(Language.EN, ZoneOffset.UTC).percent(new BigDecimal(rate.asString()), 2);
    }

    private Money booked(Loan loan, LedgerEntry.Kind kind, LedgerAccount account) {
        return f.lender.part(LoanLedger.class).booked(loan.id()).stream()
                .map(LedgerLine::entry)
                .filter(entry -> entry.kind() == kind)
                .flatMap(entry -> entry.postings().stream())
                .filter(posting -> posting.account() == account)
                .map(posting -> posting.amount())
                .reduce(dm("0.00"), Money::plus);
    }
}
