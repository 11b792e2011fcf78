package org.quanheng.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.ResumeCodes;
import org.quanheng.app.decision.Decisions;
import org.quanheng.app.sample.SampleLender;
import org.quanheng.cli.replay.People;
import org.quanheng.cli.replay.Replay;
import org.quanheng.cli.server.DataFolder;
import org.quanheng.cli.server.Server;
import org.quanheng.cli.server.ServerOptions;
import org.quanheng.cli.shell.CallFaults;
import org.quanheng.cli.shell.Job;
import org.quanheng.cli.shell.Json;
import org.quanheng.cli.shell.OperatingFailure;
import org.quanheng.cli.shell.ProgressBar;
import org.quanheng.cli.shell.TextTable;
import org.quanheng.fault.Phrase;
import org.quanheng.scoring.table.Table;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The whole product at work on real credit histories: sets the sample lender up, lets 300 people apply, shows what came out. */
@Command(
        name = "demo",
        description = {
            "Starts the platform with a sample lender, and lets 300 people of real data apply to it over HTTP.",
            "Trains its scorecard on the other 700 credit histories (German credit, UCI, CC BY 4.0), says what came out,",
            "and keeps serving. On data where they have applied it serves at once."
        })
public final class Demo extends Job {
    private static final String DONE = "replay.json";

    @Mixin
    ServerOptions options = new ServerOptions();

    @Option(names = "--exit-after-replay", description = "stop when everybody has applied")
    boolean exitAfterReplay;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            defaultValue = "4",
            description = "people who apply at the same time, 1 to 64 (default: 4)")
    String atOnce = "4";

    @Option(names = "--json", description = "print what came out as one JSON document")
    boolean json;

    @Override
    protected int run(CallFaults faults, PrintWriter out, PrintWriter err) {
        Server.Place place = options.place(System.getenv(), faults);
        int people = faults.whole("--at-once", atOnce, 1, 64);
        refuse(faults);
        try (Server server = Server.start(place, words, err)) {
            ApplicationContext application = server.application();
            if (application.getBean(SampleLender.class).open()) {
                err.println(
                        words.say("quanheng: the sample lender is set up; its scorecard is trained on 700 histories"));
            }
            JsonNode whole = happened(server, people, err);
            JsonNode summary = whole.path("summary");
            if (json) {
                out.println(Json.text(summary));
            } else {
                DemoText.print(words, summary, out);
            }
            if (!exitAfterReplay) {
                invite(server, whole, json ? err : out);
                server.await();
            }
        }
        return 0;
    }

    private JsonNode happened(Server server, int atOnce, PrintWriter err) {
        Path done = server.data().path().resolve(DONE);
        JsonNode earlier = earlier(done);
        if (earlier != null) {
            err.println(words.say("quanheng: the 300 people have applied before; nobody applies again"));
            return earlier;
        }
        err.println(words.say("quanheng: 300 people apply over HTTP at {0}", server.url()));
        ApplicationContext application = server.application();
        ReplayRun.Crowd crowd = new ReplayRun.Crowd(Integer.MAX_VALUE, atOnce, today(application));
        ReplayRun.Result result = ReplayRun.run(server, crowd, new ProgressBar(words, err));
        recordOutcomes(application, result.met());
        ObjectNode whole = Json.object();
        whole.set("summary", DemoSummary.document(application, result.met(), crowd.today()));
        result.met().stream()
                .filter(one -> one.answer().equals("APPROVED"))
                .findFirst()
                .ifPresent(one -> whole.put("approvedApplication", one.application()));
        ObjectNode pages = whole.putObject("pageMillisMedian");
        result.latencies().millisAt(0.5).forEach(pages::put);
        DataFolder.writeSecret(done, Json.text(whole));
        return whole;
    }

    /** The day by the application's clock, where it does business. */
    static LocalDate today(ApplicationContext application) {
        ZoneId zone = ZoneId.of(application.getEnvironment().getRequiredProperty("quanheng.zone"));
        return LocalDate.ofInstant(application.getBean(Clock.class).instant(), zone);
    }

    private static @Nullable JsonNode earlier(Path done) {
        if (!Files.exists(done)) {
            return null;
        }
        try {
            CallFaults faults = new CallFaults();
            JsonNode node = Json.read(done.toString(), Files.readString(done), faults);
            faults.throwIfAny("quanheng demo");
            return node;
        } catch (IOException e) {
            throw new OperatingFailure(Phrase.of("cannot read {0}: {1}", done, e), e);
        }
    }

    /** What became of the loans is known only now, after everybody has an answer. */
    private static void recordOutcomes(ApplicationContext application, List<Replay.Met> met) {
        Table histories = SampleLender.histories();
        Map<UUID, Boolean> bad = new HashMap<>();
        met.forEach(one -> bad.put(UUID.fromString(one.application()), People.wentBad(histories, one.row())));
        application.getBean(Decisions.class).recordOutcomes(SampleLender.MAKER, "german-credit", bad);
    }

    private void invite(Server server, JsonNode whole, PrintWriter out) {
        ApplicationContext application = server.application();
        out.println();
        out.println(words.say("Look at {0}  (stop with Ctrl-C)", server.url()));
        TextTable ways = new TextTable().words("").words("");
        ways.row("  " + words.say("apply as a customer"), server.url() + "/");
        String approved = whole.path("approvedApplication").asString("");
        if (!approved.isEmpty()) {
            String code = application.getBean(ResumeCodes.class).codeOf(UUID.fromString(approved));
            ways.row(
                    "  " + words.say("a customer with a loan"),
                    server.url() + "/resume?application=" + approved + "&code=" + code);
        }
        ways.row("  " + words.say("for staff, sign in at"), server.url() + "/sign-in");
        for (SampleLender.SignIn signIn :
                application.getBean(SampleLender.class).signIns()) {
            ways.row("    " + signIn.login(), signIn.password());
        }
        ways.print(out);
        out.flush();
    }
}
