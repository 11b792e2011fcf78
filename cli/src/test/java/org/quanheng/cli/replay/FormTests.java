package org.quanheng.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class FormTests {
    private static final Person PERSON =
            new Person(7, Map.of("job", "skilled", "age", "40", "credit_amount", "2500"), LocalDate.of(1986, 5, 4));

    private static Document page(String fields) {
        return Jsoup.parse("<form method=get action=/x></form><form method=post action=/applications/1/steps/work>"
                + "<input type=hidden name=_csrf value=t><input type=hidden name=idempotency_key value=page-key>"
                + fields
                + "<button type=submit name=continue value=yes></button></form>");
    }

    @Test
    void fillsInWhatThePageAsks() {
        Form form = Form.postingTo(page("""
                                <input type=radio name=job value=skilled><input type=radio name=job value=unskilled>
                                <input type=text name=amount value=9>
                                <input name=birth_date-year><input name=birth_date-month><input name=birth_date-day>
                                <input type=checkbox name=consent_decision value=yes>
                                <input type=range data-for=amount value=3>"""), "/steps/work").orElseThrow().fillIn(PERSON);
        assertThat(form.fields())
                .containsExactly(
                        Map.entry("_csrf", "t"),
                        Map.entry("idempotency_key", "page-key"),
                        Map.entry("job", "skilled"),
                        Map.entry("amount", "2500"),
                        Map.entry("birth_date-year", "1986"),
                        Map.entry("birth_date-month", "5"),
                        Map.entry("birth_date-day", "4"),
                        Map.entry("consent_decision", "yes"),
                        Map.entry("continue", "yes"));
        assertThat(form.questions()).containsExactlyInAnyOrder("job", "amount", "birth_date", "consent_decision");
        assertThat(form.withKey("own-key").fields()).contains(Map.entry("idempotency_key", "own-key"));
    }

    @Test
    void namesEverythingThatTheHistoryDoesNotAnswer() {
        Form form = Form.postingTo(
                        page("<input type=radio name=job value=king><input type=text name=shoe_size>"), "/steps/work")
                .orElseThrow();
        assertThatThrownBy(() -> form.fillIn(PERSON))
                .isInstanceOf(ReplayFailure.class)
                .hasMessageContaining("job: expected one of [king], the history has skilled")
                .hasMessageContaining("shoe_size: expected a question that the history answers");
    }
}
