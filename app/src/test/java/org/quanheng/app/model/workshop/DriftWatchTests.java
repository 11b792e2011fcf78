package org.quanheng.app.model.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.quanheng.app.RunningLender;
import org.quanheng.app.Visitor;
import org.quanheng.app.model.Models;
import org.quanheng.app.model.RegisteredModel;
import org.quanheng.app.sample.SampleLender;

class DriftWatchTests {
    private final RunningLender lender = RunningLender.get();

    @Test
    void ofDecisionsOnlyThePeopleCountWhoWereAskedEverything() throws Exception {
        Visitor.Applied spared = lender.visitor().apply("Drift Spared");
        Visitor.Applied chosen = lender.visitor().apply("Drift Chosen");
        chose(spared, false);
        chose(chosen, false);
        int before = rowsOfDecisions();

        chose(chosen, true);

        assertThat(rowsOfDecisions()).isEqualTo(before + 1);
    }

    private void chose(Visitor.Applied applied, boolean everything) throws Exception {
        assertThat(lender.tamper(
                        "update application set ask_everything = " + everything + " where id = '" + applied.id() + "'"))
                .isEqualTo(1);
    }

    private int rowsOfDecisions() {
        RegisteredModel model =
                lender.part(Models.class).find(SampleLender.MODEL).orElseThrow();
        return lender.part(DriftWatch.class).points(model, ZoneOffset.UTC).stream()
                .filter(point -> point.name().isEmpty())
                .mapToInt(point -> point.drift().rows())
                .sum();
    }
}
