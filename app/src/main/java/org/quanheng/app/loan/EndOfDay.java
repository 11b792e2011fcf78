package org.quanheng.app.loan;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Books what time alone does, such as interest that falls due, and then compares the whole ledger with the replay. It can be stopped
 * anywhere: each batch is a transaction, and a loan remembers up to which day it was booked. A loan that cannot be booked is named
 * and passed over; the others do not wait for it.
 */
@Component
public class EndOfDay {
    private static final Logger LOG = LoggerFactory.getLogger(EndOfDay.class);
    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final LoanReader reader;
    private final LoanLedger ledger;
    private final Servicing servicing;
    private final PlatformTransactionManager transactions;
    private final TransactionTemplate batches;
    private final TransactionTemplate each;
    private final Clock clock;

    EndOfDay(
            JdbcClient jdbc,
            LoanLedger ledger,
            Servicing servicing,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.reader = new LoanReader(jdbc);
        this.ledger = ledger;
        this.servicing = servicing;
        this.transactions = transactions;
        this.batches = new TransactionTemplate(transactions);
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    /**
     * What one run did.
     *
     * @param booked how many loans were behind and are not any more
     * @param failed a line for each loan that could not be booked, by its number; the next run tries it again
     */
    public record Run(int booked, List<String> failed) {
        public Run {
            failed = List.copyOf(failed);
        }
    }

    /** Runs when a new day has begun, and does nothing at its other turns. */
    @Scheduled(fixedDelayString = "${quanheng.loan.end-of-day-every:10m}")
    void inTheBackground() {
        try {
            Run run = run(servicing.today());
            if (run.booked() > 0) {
                LedgerVerification found = verify();
                LOG.info(
                        "end of day: {} loans booked, {} could not be, {} verified",
                        run.booked(),
                        run.failed().size(),
                        found.loans());
                found.faults().forEach(fault -> LOG.error("the ledger is not what the replay says: {}", fault));
            }
        } catch (DataAccessException | TransactionException e) {
            // Tried again at the next turn: every loan remembers up to which day it was booked.
            LOG.warn("the end of day waits, the database does not answer: {}", e.getMessage());
        }
    }

    /** Books every loan up to a day. */
    public Run run(LocalDate to) {
        List<String> failed = new ArrayList<>();
        int seen = 0;
        List<StoredLoan> batch = List.of();
        do {
            StoredLoan last = batch.isEmpty() ? null : batch.getLast();
            batch = batches.execute(_ -> batch(to, last, failed));
            seen += batch.size();
        } while (batch.size() == BATCH);
        return new Run(seen - failed.size(), failed);
    }

    /** The loans behind after the one that was looked at last, each booked or added to those that failed. */
    private List<StoredLoan> batch(LocalDate to, @Nullable StoredLoan last, List<String> failed) {
        // Several servers share the work: a loan that another one holds is passed over.
        List<StoredLoan> behind = reader.stored(jdbc.sql("""
                        select * from loan
                        where first_unpaid_due is not null and booked_to < ? and (booked_to, id) > (?, ?)
                        order by booked_to, id limit ? for update skip locked""")
                .params(
                        Date.valueOf(to),
                        Date.valueOf(last == null ? LocalDate.EPOCH : last.bookedTo()),
                        last == null ? new UUID(0, 0) : last.id(),
                        BATCH));
        for (StoredLoan loan : behind) {
            try {
                each.executeWithoutResult(_ -> book(loan, to));
            } catch (TransactionException e) {
                // Not even the savepoint could be had: it is the database, not this loan.
                throw e;
            } catch (RuntimeException e) {
                // Whatever is wrong with one loan, its savepoint undid it, and the others are booked.
                LOG.error("the end of day passes over loan {}, which cannot be booked", loan.number(), e);
                failed.add("loan " + loan.number() + ": " + e.getMessage());
            }
        }
        return behind;
    }

    private void book(StoredLoan loan, LocalDate to) {
        ledger.keep(loan.id(), loan.replayed().account(), null, to, clock.instant());
    }

    /** Compares every loan's postings and places in the lists with what its events say. */
    public LedgerVerification verify() {
        return LedgerVerifier.verify(jdbc, transactions);
    }
}
