package org.quanheng.app.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanheng.app.RunningLender;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.model.AboutModel;
import org.quanheng.app.model.ChampionSigned;
import org.quanheng.app.model.Models;
import org.quanheng.app.sample.SampleLender;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.scorecard.ScorecardRules;
import org.quanheng.scoring.table.NumericColumn;
import org.quanheng.scoring.table.Sample;
import org.quanheng.scoring.table.Table;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a signature does to the live policy; every change is rolled back, for other tests decide with it. */
class NewChampionTests {
    private static final RunningLender LENDER = RunningLender.get();
    private static final String LIVE = "select version || ' ' || model_id from policy_version where live";

    private static void rolledBack(Runnable work) {
        LENDER.part(TransactionTemplate.class).executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }

    private static String live() {
        return LENDER.part(JdbcClient.class).sql(LIVE).query(String.class).single();
    }

    @Test
    void theSamePolicyIsPublishedOnTheNewChampion() {
        String before = live();
        rolledBack(() -> {
            LENDER.part(NewChampion.class)
                    .signed(new ChampionSigned("analyst", "tester", SampleLender.MODEL, SampleLender.MODEL));
            assertThat(live()).isNotEqualTo(before).endsWith(" " + SampleLender.MODEL);
        });
        assertThat(live()).isEqualTo(before);
    }

    @Test
    void aChampionOfAnotherBookLeavesThePolicyAlone() {
        String before = live();
        rolledBack(() -> {
            LENDER.part(NewChampion.class)
                    .signed(new ChampionSigned("analyst", "tester", SampleLender.MODEL, "another"));
            assertThat(live()).isEqualTo(before);
        });
    }

    @Test
    void aModelThatAsksForOtherFactsCannotBeSigned() {
        rolledBack(() -> {
            Sample sample = strange();
            Scorecard card = Scorecard.train(sample, ScorecardRules.standard());
            AboutModel about =
                    new AboutModel("p", List.of("l"), "s", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), "b");
            LENDER.part(Models.class)
                    .register("tester", new Models.Entry("strange-1", "strange", "b", null, about), card, sample);
            assertThatThrownBy(() -> LENDER.part(NewChampion.class)
                            .signed(new ChampionSigned("analyst", "tester", "strange-1", SampleLender.MODEL)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("cannot");
        });
    }

    private static Sample strange() {
        double[] x = new double[400];
        double[] bad = new double[400];
        for (int row = 0; row < x.length; row++) {
            x[row] = row % 20;
            bad[row] = (row * 7) % 20 < row % 20 ? 1 : 0;
        }
        Table table = Table.of(List.of(new NumericColumn("shoe_size", x), new NumericColumn("target", bad)));
        return Sample.of(table, "target", List.of("shoe_size"));
    }
}
