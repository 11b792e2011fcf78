package org.quanheng.app.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanheng.balance.ledger.StepLog;
import org.quanheng.experience.Funnel;
import org.quanheng.experience.Share;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures of the board, read from what the other parts have stored. */
@Component
public class BoardFigures {
    private static final double MILLIS_PER_MINUTE = 60_000;
    private static final int FEWEST_VISITS = 2;

    private final JdbcClient jdbc;
    private final Clock clock;

    BoardFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What was decided. An application counts once, by its newest decision.
     *
     * @param automatic decided by the policy alone
     * @param approvedKnown approved applications whose outcome is known
     * @param approvedBad bad ones among those
     */
    public record Totals(
            long applications,
            long approved,
            long declined,
            long referred,
            long automatic,
            long loans,
            long known,
            long bad,
            long approvedKnown,
            long approvedBad) {

        public long decided() {
            return approved + declined + referred;
        }

        /** The share of bad ones among the approved whose outcome is known. */
        public Share badApproved() {
            return new Share(approvedBad, approvedKnown);
        }

        /** The share of bad ones if everyone had been approved. */
        public Share badAll() {
            return new Share(bad, known);
        }

        /** The share decided without a person. */
        public Share straightThrough() {
            return new Share(automatic, decided());
        }
    }

    /** Totals over all applications. */
    public Totals totals() {
        return jdbc.sql("""
                        with latest as (
                            select distinct on (application_id) application_id, outcome, sequence from decision
                            order by application_id, sequence desc)
                        select (select count(*) from application) as applications,
                               count(*) filter (where l.outcome = 'APPROVE') as approved,
                               count(*) filter (where l.outcome = 'DECLINE') as declined,
                               count(*) filter (where l.outcome = 'REFER') as referred,
                               count(*) filter (where l.sequence = 1 and l.outcome <> 'REFER') as automatic,
                               (select count(*) from loan) as loans,
                               count(o.bad) as known,
                               count(*) filter (where o.bad) as bad,
                               count(o.bad) filter (where l.outcome = 'APPROVE') as approved_known,
                               count(*) filter (where o.bad and l.outcome = 'APPROVE') as approved_bad
                        from latest l left join outcome o on o.application_id = l.application_id""")
                .query((row, n) -> new Totals(
                        row.getLong("applications"),
                        row.getLong("approved"),
                        row.getLong("declined"),
                        row.getLong("referred"),
                        row.getLong("automatic"),
                        row.getLong("loans"),
                        row.getLong("known"),
                        row.getLong("bad"),
                        row.getLong("approved_known"),
                        row.getLong("approved_bad")))
                .single();
    }

    /** Decisions whose PD lies in [low, high). */
    public record Band(double low, double high, long approved, long referred, long declined, long known, long bad) {}

    /** Decisions by PD; the bounds rise from above 0 to 1. */
    public List<Band> bands(List<Double> upperBounds) {
        List<Band> bands = new ArrayList<>();
        double low = 0;
        for (double high : upperBounds) {
            bands.add(band(low, high));
            low = high;
        }
        return bands;
    }

    private Band band(double low, double high) {
        return jdbc.sql("""
                        with latest as (
                            select distinct on (application_id) application_id, outcome, pd from decision
                            order by application_id, sequence desc)
                        select count(*) filter (where l.outcome = 'APPROVE') as approved,
                               count(*) filter (where l.outcome = 'REFER') as referred,
                               count(*) filter (where l.outcome = 'DECLINE') as declined,
                               count(o.bad) as known, count(*) filter (where o.bad) as bad
                        from latest l left join outcome o on o.application_id = l.application_id
                        where l.pd >= ? and (l.pd < ? or ? >= 1)""")
                .params(low, high, high)
                .query((row, n) -> new Band(
                        low,
                        high,
                        row.getLong("approved"),
                        row.getLong("referred"),
                        row.getLong("declined"),
                        row.getLong("known"),
                        row.getLong("bad")))
                .single();
    }

    /**
     * One step of the journey.
     *
     * @param shown applicants who saw it and went on, or had their 24 hours to do so
     * @param meanActiveMillis NaN if nobody has submitted it
     * @param deviationActiveMillis standard deviation between applicants, NaN if fewer than two have submitted it
     */
    public record StepFigure(
            String step, long shown, long passed, double meanActiveMillis, double deviationActiveMillis) {
        /** The share of those who saw the step and left there. */
        public Share left() {
            return new Share(shown - passed, shown);
        }

        /** The figure for the friction ledger; empty while fewer than two have submitted the step. */
        public Optional<StepLog> log() {
            return passed < FEWEST_VISITS
                    ? Optional.empty()
                    : Optional.of(StepLog.of(
                            passed,
                            meanActiveMillis / MILLIS_PER_MINUTE,
                            deviationActiveMillis / MILLIS_PER_MINUTE,
                            left()));
        }
    }

    /** The steps that anybody has seen. Who saw a step less than a session (24 hours) ago has not left it yet. */
    public List<StepFigure> steps() {
        Instant sessionAgo = clock.instant().minus(Funnel.SESSION);
        return jdbc.sql("""
                        select step,
                               count(*) filter (where submitted_at is not null or first_shown_at < ?) as shown,
                               count(submitted_at) as passed,
                               avg(active_millis) filter (where submitted_at is not null) as active,
                               stddev_samp(active_millis) filter (where submitted_at is not null) as deviation
                        from board_step group by step""")
                .param(Timestamp.from(sessionAgo))
                .query((row, n) -> new StepFigure(
                        row.getString("step"),
                        row.getLong("shown"),
                        row.getLong("passed"),
                        orNaN(row, "active"),
                        orNaN(row, "deviation")))
                .list();
    }

    /** Mean active minutes that an applicant who was decided gave, NaN if nobody was. */
    public double minutesPerApplicant() {
        return jdbc.sql("""
                        select sum(b.active_millis) / 60000.0 / nullif(count(distinct b.application_id), 0) as minutes
                        from board_step b join application a on a.id = b.application_id where a.state <> 'DRAFT'""").query((row, n) -> orNaN(row, "minutes")).single();
    }

    private static double orNaN(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    /** Applications whose last sign of life is a session ago and that were never submitted, of all that were or could have been. */
    public Share left() {
        return jdbc.sql("""
                        select count(*) filter (where state = 'DRAFT' and started_at < ?) as left_count,
                               count(*) filter (where state <> 'DRAFT' or started_at < ?) as n from application""")
                .params(
                        Timestamp.from(clock.instant().minus(Funnel.SESSION)),
                        Timestamp.from(clock.instant().minus(Funnel.SESSION)))
                .query((row, n) -> new Share(row.getLong("left_count"), row.getLong("n")))
                .single();
    }
}
