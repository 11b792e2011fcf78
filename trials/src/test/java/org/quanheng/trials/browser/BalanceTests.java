package org.quanheng.trials.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanheng.trials.lender.Demonstrator;
import org.quanheng.trials.lender.Lender;
import org.quanheng.trials.lender.SharedLender;

/** The balance in a real browser: the handle, the proposal, the second signature, the next applicant's journey; and a clear case at human speed. */
class BalanceTests {
    private static final double SECONDS_MOST = 180;
    private static final double ANSWER_MILLIS_MOST = 1_000;
    private static final int WIDE = 1280;

    /** Chance asks three in a hundred everything; of two applicants at least one is hardly ever among them. */
    private static final int APPLICANTS = 2;

    private static @Nullable Chrome chrome;

    @BeforeAll
    static void startChromium() {
        chrome = InstalledChrome.start();
    }

    @AfterAll
    static void stopChromium() {
        if (chrome != null) {
            chrome.close();
        }
    }

    private static Chrome.Window window() {
        if (chrome == null) {
            throw new IllegalStateException("Chromium was not started");
        }
        return chrome.window(WIDE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void theHeadOfLendingPullsAnotherSignsAndTheNextApplicantsJourneyChanges(String language)
            throws IOException, InterruptedException {
        Lender lender = SharedLender.get().lender();
        Gate gate = new Gate(lender.address(), lender.signIns(), language);
        List<String> faults = new ArrayList<>();
        int before;
        try (Chrome.Window window = window()) {
            Page board = gate.board(window);
            before = gate.liveStop(board);
            faults.addAll(window.violations());
        }
        int last = live(gate, 0, faults);
        int many = stepsAsked(lender, language);
        live(gate, last, faults);
        int few = stepsAsked(lender, language);
        live(gate, before, faults);

        System.out.println(
                "steps asked " + language + ": " + many + " where minutes are free, " + few + " where they are dear");
        assertThat(few).isLessThan(many);
        assertThat(faults).isEmpty();
    }

    /** Makes a stop of the handle live; returns the last stop. */
    private static int live(Gate gate, int stop, List<String> faults) {
        String proposal;
        int last;
        try (Chrome.Window window = window()) {
            Page board = gate.board(window);
            last = gate.lastStop(board);
            gate.pull(board, stop);
            faults.addAll(window.violations());
            proposal = gate.propose(board, "trial");
            faults.addAll(window.violations());
        }
        try (Chrome.Window window = window()) {
            gate.sign(window, proposal);
            faults.addAll(window.violations());
            faults.addAll(window.errors());
        }
        return last;
    }

    private static int stepsAsked(Lender lender, String language) throws IOException {
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < APPLICANTS; i++) {
            List<String> steps = new ArrayList<>();
            try (Chrome.Window window = window()) {
                new Tour(lender.address(), window, (name, _) -> {
                            if (name.startsWith("apply")) {
                                steps.add(name);
                            }
                        })
                        .apply(Demonstrator.approved(), language);
            }
            assertThat(steps).doesNotHaveDuplicates();
            fewest = Math.min(fewest, steps.size());
        }
        return fewest;
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void aClearCaseIsThroughInThreeMinutesAndAnsweredWithinASecond(String language)
            throws IOException, InterruptedException {
        Lender lender = SharedLender.get().lender();
        Tour.Effort effort;
        try (Chrome.Window window = window()) {
            effort = new Tour(lender.address(), window, (_, _) -> {}).apply(Demonstrator.approved(), language);
        }

        System.out.println("clear case " + language + ": " + effort.seconds() + " s at " + Tour.CHARACTERS_PER_MINUTE
                + " characters a minute, answered " + effort.answerMillis() + " ms after the last answer");
        assertThat(effort.seconds()).isLessThan(SECONDS_MOST);
        assertThat(effort.answerMillis()).isLessThan(ANSWER_MILLIS_MOST);
    }
}
