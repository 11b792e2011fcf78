package org.quanheng.trials;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Words;
import org.quanheng.fault.Phrase;
import org.quanheng.trials.lender.Acknowledged;
import org.quanheng.trials.lender.Applicant;
import org.quanheng.trials.lender.Database;
import org.quanheng.trials.lender.Lender;
import org.quanheng.trials.lender.Walk;
import org.quanheng.trials.lender.Web;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** kill -9 of the server, and of PostgreSQL, while people apply: every acknowledged act is there afterwards, none twice. */
@Command(
        name = "crash",
        description = {
            "Kills the server, and in other rounds PostgreSQL, with signal 9 while people apply over HTTP.",
            "Every act that was acknowledged must be in the database afterwards, and none twice."
        })
final class Crash extends Trial {
    private static final int AT_ONCE = 4;
    /** Fewer than anybody does (the sample asks at least five steps), so that every kill falls into the applications. */
    private static final int ACTS_OF_ONE = 4;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "rounds of each kind (default: 5)")
    String rounds = "5";

    @Option(names = "--people", paramLabel = "N", defaultValue = "20", description = "people per round (default: 20)")
    String people = "20";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "20261122", description = "repeats the same moments")
    String seed = "20261122";

    /** What is killed. */
    enum Victim {
        SERVER,
        DATABASE
    }

    @Override
    void check(CallFaults faults) {
        faults.whole("--rounds", rounds, 1, 1_000);
        faults.whole("--people", people, 1, 300);
        faults.whole("--seed", seed, 0, 999_999_999);
    }

    @Override
    ObjectNode attempt(Consumer<Phrase> progress) throws IOException, InterruptedException, SQLException {
        progress.accept(Phrase.of("seed {0}, opening a lender", seed));
        try (Lender lender = Lender.opened()) {
            return crash(lender, Integer.parseInt(rounds), Integer.parseInt(people), Long.parseLong(seed), progress);
        }
    }

    static ObjectNode crash(Lender lender, int rounds, int people, long seed, Consumer<Phrase> progress)
            throws IOException, InterruptedException, SQLException {
        Random chance = new Random(seed);
        List<Applicant> all = Applicant.all();
        Acknowledged acknowledged = new Acknowledged();
        ObjectNode seen = Web.JSON.createObjectNode().put("seed", seed);
        ArrayNode told = seen.putArray("rounds");
        int number = 0;
        for (int round = 0; round < rounds; round++) {
            for (Victim victim : Victim.values()) {
                List<Applicant> applicants = new ArrayList<>();
                for (int i = 0; i < people; i++) {
                    applicants.add(all.get((number * people + i) % all.size()));
                }
                int acts = 1 + chance.nextInt(ACTS_OF_ONE * people);
                int before = acknowledged.all().size();
                int atKill = round(lender, victim, applicants, "crash-" + number, before + acts, acknowledged);
                List<String> faults = faults(lender, acknowledged);
                told.addObject()
                        .put("victim", victim.name())
                        .put("killAfterActs", acts)
                        .put("acknowledgedBeforeKill", atKill - before)
                        .put("acknowledgedAfter", acknowledged.all().size() - atKill)
                        .set("faults", Web.JSON.valueToTree(faults));
                progress.accept(Phrase.of(
                        "round {0}, {1} killed with {2} acts acknowledged, {3} faults",
                        round + 1, Phrase.of(Words.spaced(victim.name())), atKill - before, faults.size()));
                number++;
            }
        }
        List<String> faults = faults(lender, acknowledged);
        return seen.put("acknowledged", acknowledged.all().size())
                .put("lostOrDoubled", faults.size())
                .put(HELD, faults.isEmpty());
    }

    /** Gives how many acts were acknowledged when the victim was killed. */
    private static int round(
            Lender lender,
            Victim victim,
            List<Applicant> applicants,
            String keys,
            int killAt,
            Acknowledged acknowledged)
            throws IOException, InterruptedException {
        int atKill;
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> walking = new ArrayList<>();
            for (Applicant applicant : applicants) {
                String key = keys + "-row-" + applicant.row();
                walking.add(pool.submit(() -> {
                    new Walk(lender.address(), applicant, key, acknowledged).walk();
                    return null;
                }));
            }
            while (acknowledged.all().size() < killAt && walking.stream().anyMatch(each -> !each.isDone())) {
                Thread.sleep(5);
            }
            if (victim == Victim.SERVER) {
                lender.killServer();
                atKill = acknowledged.all().size();
                lender.start();
            } else {
                lender.killDatabase();
                atKill = acknowledged.all().size();
                lender.waitUntilHealthy();
            }
            for (Future<?> each : walking) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("an applicant could not go on: " + e.getCause(), e);
        }
        return atKill;
    }

    /** Compares what was acknowledged with what is stored. */
    private static List<String> faults(Lender lender, Acknowledged acknowledged)
            throws SQLException, IOException, InterruptedException {
        Thread.sleep(1_000); // The sealer links what was committed a moment ago.
        List<String> faults = new ArrayList<>();
        try (Connection connection = lender.sql()) {
            Database database = new Database(connection);
            for (Acknowledged.Act act : acknowledged.all()) {
                long found = stored(database, act);
                if (found != 1) {
                    faults.add(act + ": expected once, came " + found + " times");
                }
            }
            expectNone(faults, "begun twice", database.number("""
                    select count(*) from (select key from performed_act where scope = 'begin' group by key having count(*) > 1) d"""));
            expectNone(faults, "a step saved twice", database.number("""
                    select count(*) from (select subject, detail from audit_record where act = 'application.save'
                    group by subject, detail having count(*) > 1) d"""));
            expectNone(faults, "decided twice by the policy", database.number("""
                    select count(*) from (select application_id from decision where maker = 'policy'
                    group by application_id having count(*) > 1) d"""));
            expectNone(faults, "loans without an accepted application, or the other way round", database.number("""
                    select abs((select count(*) from loan) - (select count(*) from application where state = 'ACCEPTED'))"""));
            expectNone(faults, "minor units by which the ledger is off", database.number("""
                    select coalesce(sum(abs(off)), 0) from (select sum(amount_minor) as off from ledger_entry group by posting_id) p"""));
            expectNone(faults, "decided applications without their decision", database.number("""
                    select count(*) from application a where state <> 'DRAFT'
                    and not exists (select 1 from decision d where d.application_id = a.id)"""));
            faults.addAll(database.chainFaults());
            if (database.number("select count(*) from audit_link") == 0) {
                faults.add("expected a linked audit chain, came an empty one");
            }
        }
        return faults;
    }

    private static void expectNone(List<String> faults, String what, long found) {
        if (found != 0) {
            faults.add(what + ": expected 0, came " + found);
        }
    }

    private static long stored(Database database, Acknowledged.Act act) throws SQLException {
        String subject = "application:" + act.application();
        return switch (act.kind()) {
            case BEGUN ->
                database.number(
                        "select count(*) from performed_act p join application a on a.id = p.subject"
                                + " where p.scope = 'begin' and p.key = ? and a.id = ?::uuid",
                        act.what(),
                        act.application());
            case SAVED ->
                database.number(
                        "select count(*) from audit_record where act = 'application.save' and subject = ?"
                                + " and detail::jsonb ->> 'step' = ?",
                        subject,
                        act.what());
            case DECIDED ->
                database.number(
                        "select count(*) from decision where application_id = ?::uuid and sequence = 1",
                        act.application());
            case LENT ->
                database.number(
                        "select count(*) from application a join loan l on l.id = a.loan_id"
                                + " where a.id = ?::uuid and l.id = ?::uuid",
                        act.application(),
                        act.what());
        };
    }
}
