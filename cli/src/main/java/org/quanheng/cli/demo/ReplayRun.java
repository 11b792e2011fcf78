package org.quanheng.cli.demo;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.quanheng.app.sample.SampleLender;
import org.quanheng.cli.replay.Latencies;
import org.quanheng.cli.replay.People;
import org.quanheng.cli.replay.Person;
import org.quanheng.cli.replay.Replay;
import org.quanheng.cli.replay.ReplayFailure;
import org.quanheng.cli.replay.ReplayKeys;
import org.quanheng.cli.server.Server;
import org.quanheng.cli.shell.OperatingFailure;
import org.quanheng.cli.shell.ProgressBar;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.table.Table;

/** Lets the sample's applicants apply at a server. */
final class ReplayRun {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private ReplayRun() {}

    /**
     * Who applies.
     *
     * @param most how many at most, the first of the table
     * @param atOnce how many at the same time
     * @param today the day on which they apply, from which birth dates follow
     */
    record Crowd(int most, int atOnce, LocalDate today) {}

    /** What everybody met, and how long pages took. */
    record Result(List<Replay.Met> met, Latencies latencies) {}

    /** Lets them all apply at a server, and returns when each has an answer. */
    static Result run(Server server, Crowd crowd, ProgressBar bar) {
        Table histories = SampleLender.histories();
        List<Person> people = People.applicants(histories, row -> !SampleLender.trains(row), crowd.today());
        people = people.subList(0, Math.min(people.size(), crowd.most()));
        int whole = people.size();
        Replay replay = new Replay(
                URI.create(server.url()), crowd.atOnce(), PATIENCE, new ReplayKeys(server.secret("replay.secret")));
        try {
            return new Result(replay.run(people, (done, counts) -> bar.show(done, whole, counts)), replay.latencies());
        } catch (ReplayFailure e) {
            throw new OperatingFailure(Phrase.of("the replay: {0}", e.getMessage()), e);
        }
    }
}
