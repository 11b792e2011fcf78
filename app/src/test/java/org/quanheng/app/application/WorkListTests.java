package org.quanheng.app.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.quanheng.app.RunningLender;
import org.quanheng.app.Visitor;
import org.quanheng.app.sample.SampleLender;

/** The list of what waits for a person. */
class WorkListTests {
    private final RunningLender lender = RunningLender.get();

    @Test
    void itsQueriesDoNotGrowWithItsCases() throws Exception {
        String model = lender.visitor().apply("Many Cases").id();
        SampleLender.SignIn signIn = lender.signInOf("UNDERWRITER");
        Visitor underwriter = lender.visitor();
        underwriter.signIn(signIn.login(), signIn.password());
        lender.tamper("create table kept_referred as select id, promised_at from application where state = 'REFERRED'");
        lender.tamper("update application set state = 'DECLINED', promised_at = null where state = 'REFERRED'");
        try {
            addCases(model, 3);
            int forThree = lender.statements(() -> assertShows(underwriter, 3));
            addCases(model, 27);
            int forThirty = lender.statements(() -> assertShows(underwriter, 30));

            assertThat(forThree).isBetween(4, 8);
            assertThat(forThirty).isEqualTo(forThree);
        } finally {
            lender.tamper(
                    "delete from decision where application_id in (select id from application where step = 'copied')");
            lender.tamper("delete from application where step = 'copied'");
            lender.tamper(
                    "update application a set state = 'REFERRED', promised_at = k.promised_at from kept_referred k where k.id = a.id");
            lender.tamper("drop table kept_referred");
        }
    }

    private static Visitor.Reply assertShows(Visitor underwriter, int cases) throws Exception {
        Visitor.Reply list = underwriter.get("/work");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body().split("href=\"/cases/", -1)).hasSize(cases + 1);
        assertThat(list.body()).contains("Many Cases");
        return list;
    }

    /** Copies an application and its decisions as cases that wait. */
    private void addCases(String model, int count) throws SQLException {
        lender.tamper("""
                insert into application overriding system value
                select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'state', 'REFERRED', 'step', 'copied',
                        'promised_at', now(), 'number', (select max(number) from application) + k))).*
                from application a, generate_series(1, %d) k where a.id = '%s'""".formatted(count, model));
        lender.tamper("""
                insert into decision
                select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'application_id', a.id))).*
                from decision d, application a where d.application_id = '%s' and a.step = 'copied'
                  and not exists (select 1 from decision o where o.application_id = a.id)""".formatted(model));
    }
}
