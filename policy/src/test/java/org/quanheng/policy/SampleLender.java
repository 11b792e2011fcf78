package org.quanheng.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quanheng.policy.document.PolicyDocument;
import org.quanheng.policy.fact.Fact;
import org.quanheng.policy.fact.FactValue;
import org.quanheng.policy.fact.Facts;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;

/** The sample lender as the app ships it, with a scorecard trained on its 700 histories. */
final class SampleLender {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final Set<String> LEFT_OUT = Set.of("personal_status_sex", "foreign_worker", "target");

    static final Table HISTORIES = Table.read(file("german-credit.csv"));
    static final Scorecard SCORECARD = train();
    static final Policy POLICY = Policy.of(document(), SCORECARD);

    private SampleLender() {}

    static PolicyDocument document() {
        return PolicyDocument.parse(text("policy.json"), text("eligibility.dmn"));
    }

    static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The facts of one history, as an applicant would give them. */
    static Facts facts(int row) {
        List<Fact> facts = new ArrayList<>();
        for (String name : HISTORIES.names()) {
            if (!LEFT_OUT.contains(name)) {
                facts.add(new Fact(name, value(HISTORIES.cell(row, name)), "applicant", NOW));
            }
        }
        return Facts.of(facts);
    }

    static boolean bad(int row) {
        return value(HISTORIES.cell(row, "target")).asText().equals("1");
    }

    /** Rows of the 300 applicants of the demo. */
    static boolean applicant(int row) {
        return row % 10 >= 7;
    }

    static Answer decide(int row) {
        Facts facts = facts(row);
        return POLICY.decide(POLICY.request(facts, TODAY), facts);
    }

    private static FactValue value(@Nullable Object cell) {
        return switch (cell) {
            case Double number -> FactValue.of(BigDecimal.valueOf(number));
            case String text -> FactValue.of(text);
            case null, default -> throw new IllegalStateException("expected a number or a text, got " + cell);
        };
    }

    private static Scorecard train() {
        int[] rows = IntStream.range(0, HISTORIES.rows())
                .filter(row -> !applicant(row))
                .toArray();
        Set<String> features = new HashSet<>(HISTORIES.names());
        features.removeAll(LEFT_OUT);
        Sample sample = Sample.of(HISTORIES.take(rows), "target", List.copyOf(features));
        return Scorecard.train(sample, ScorecardRules.standard());
    }

    private static Path file(String name) {
        // The test reads the very files that the app ships; the module itself knows nothing of the app.
        return Path.of("..", "app", "src", "main", "resources", "org", "quanheng", "app", "sample", name);
    }
}
