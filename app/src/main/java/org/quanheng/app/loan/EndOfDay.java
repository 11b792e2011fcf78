package org.quanheng.app.loan;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Books what time alone does, such as interest that falls due, and then compares the whole ledger with the replay. It can be stopped
 * anywhere: each batch is a transaction, and a loan remembers up to which day it was booked.
 */
@Component
public class EndOfDay {
    private static final Logger LOG = LoggerFactory.getLogger(EndOfDay.class);
    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final Loans loans;
    private final LoanLedger ledger;
    private final Servicing servicing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EndOfDay(
            JdbcClient jdbc,
            Loans loans,
            LoanLedger ledger,
            Servicing servicing,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.loans = loans;
        this.ledger = ledger;
        this.servicing = servicing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Runs when a new day has begun, and does nothing at its other turns. */
    @Scheduled(fixedDelayString = "${quanheng.loan.end-of-day-every:10m}")
    void inTheBackground() {
        try {
            int booked = run(servicing.today());
            if (booked > 0) {
                LedgerVerification found = verify();
                LOG.info("end of day: {} loans booked, {} verified", booked, found.loans());
                found.faults().forEach(fault -> LOG.error("the ledger is not what the replay says: {}", fault));
            }
        } catch (DataAccessException | TransactionException e) {
            // Tried again at the next turn: every loan remembers up to which day it was booked.
            LOG.warn("the end of day waits, the database does not answer: {}", e.getMessage());
        }
    }

    /** Books every loan up to a day; returns how many were behind. */
    public int run(LocalDate to) {
        int booked = 0;
        int last;
        do {
            last = transaction.execute(status -> batch(to));
            booked += last;
        } while (last == BATCH);
        return booked;
    }

    private int batch(LocalDate to) {
        // Several servers share the work: a loan that another one holds is passed over.
        List<UUID> ids = jdbc.sql("""
                        select id from loan where first_unpaid_due is not null and booked_to < ?
                        order by booked_to, id limit ? for update skip locked""")
                .params(Date.valueOf(to), BATCH)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
        for (UUID id : ids) {
            Loan loan = loans.find(id).orElseThrow(() -> new IllegalStateException("expected the loan " + id));
            ledger.bring(id, loan.account(), null, to, clock.instant());
            jdbc.sql("update loan set booked_to = ? where id = ?")
                    .params(Date.valueOf(to), id)
                    .update();
        }
        return ids.size();
    }

    /** Compares every loan's postings and places in the lists with what its events say. */
    public LedgerVerification verify() {
        return new LedgerVerifier(jdbc).verify();
    }
}
