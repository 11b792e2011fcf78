package org.quanheng.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenFolderTests {
    @TempDir
    private Path folder;

    private static Path shared() {
        String said = System.getenv("QUANHENG_SHARED");
        return said == null ? Path.of("..", "..", "shared") : Path.of(said);
    }

    /** The numbers of others are not part of this repository; without their folder the test says that it was skipped. */
    @Test
    void allPublishedNumbersComeOutButTheKnownOnes() throws Exception {
        Path golden = shared().resolve("golden");
        assumeTrue(
                Files.isDirectory(golden),
                "skipped: expected published numbers in " + golden + ", came no folder. Maybe set QUANHENG_SHARED");
        Map<String, List<String>> failed = new TreeMap<>();
        long cases = 0;
        for (FileResult result : GoldenFolder.check(golden)) {
            cases += result.verdicts().size();
            result.verdicts().forEach((id, verdict) -> {
                if (verdict instanceof Verdict.Failed || verdict instanceof Verdict.Unsupported) {
                    failed.computeIfAbsent(result.file(), file -> new ArrayList<>())
                            .add(id);
                }
            });
        }
        assertThat(cases).isGreaterThan(300);
        assertThat(failed)
                .isEqualTo(Map.of(
                        "apr_eir.json", List.of("FS-EU-2pay"),
                        "apr_time_fractions.json", List.of("TF-uk-224")));
    }

    private Map<String, Verdict> verdicts(String json) throws Exception {
        Files.writeString(folder.resolve("cases.json"), json);
        return GoldenFolder.check(folder).getFirst().verdicts();
    }

    @Test
    void oneCaseThatCannotBeReadDoesNotHideTheOthers() throws Exception {
        assertThat(verdicts("""
                {"about":"our own","cases":[
                 {"id":"no date","day_count":"ACT_360","start":"soon","end":"2024-02-01","expected_year_fraction":0.1},
                 {"id":"not a number","day_count":"ACT_360","start":"2024-01-01","end":"2024-02-01","expected_year_fraction":NaN},
                 {"id":"no number","day_count":"ACT_360","start":"2024-01-01","end":"2024-02-01","expected_year_fraction":{}},
                 {"id":"missing","day_count":"ACT_360","start":"2024-01-01","expected_year_fraction":0.1},
                 {"id":"refused","day_count":"ACT_360","start":"2024-02-01","end":"2024-01-01","expected_error":"order","expected_year_fraction":null},
                 {"id":"not refused","day_count":"ACT_360","start":"2024-01-01","end":"2024-01-02","expected_error":"order","expected_year_fraction":null},
                 {"id":"right","day_count":"Actual/365 (Fixed)","start":"2024-01-01","end":"2025-01-01","expected_year_fraction":"366/365"}]}
                """))
                .containsEntry("no date", new Verdict.Unsupported("a date such as 2026-01-31 expected, came \"soon\""))
                .containsEntry("not a number", new Verdict.Unsupported("a number expected, came \"NaN\""))
                .containsEntry("no number", new Verdict.Unsupported("a number expected, came {}"))
                .containsEntry("missing", new Verdict.Unsupported("a date such as 2026-01-31 expected, came nothing"))
                .containsEntry("refused", new Verdict.Passed())
                .containsEntry("not refused", new Verdict.Failed("an error", "a result"))
                .containsEntry("right", new Verdict.Passed());
    }

    @Test
    void oneFileThatCannotBeReadDoesNotHideTheOthers() throws Exception {
        String right = """
                {"id":7,"day_count":"ACT_360","start":"2024-01-01","end":"2024-02-01","expected_year_fraction":"31/360"}""";
        Files.writeString(folder.resolve("1 no json.json"), "{");
        Files.writeString(folder.resolve("2 another subject.json"), "{\"about\":\"weather\"}");
        Files.writeString(folder.resolve("3 empty.json"), "[]");
        Files.writeString(folder.resolve("4 nested.json"), "{\"cases\":{\"a\":" + right + "}}");
        Files.writeString(folder.resolve("5 unknown.json"), "[{\"id\":\"a\",\"colour\":\"red\"},3]");
        Files.writeString(folder.resolve("6 late.json"), "[null,\"x\",{}," + right + "]");
        Files.write(folder.resolve("7 bytes.json"), new byte[] {'[', '"', (byte) 0xff, '"', ']'});
        Files.createDirectory(folder.resolve("8 folder.json"));
        List<FileResult> results = GoldenFolder.check(folder);
        assertThat(results)
                .extracting(FileResult::file)
                .containsExactly(
                        "1 no json.json",
                        "3 empty.json",
                        "4 nested.json",
                        "5 unknown.json",
                        "6 late.json",
                        "7 bytes.json");
        assertThat(results.get(0).verdicts().values()).first().asString().contains("JSON expected, came ");
        assertThat(results.get(1).verdicts()).isEmpty();
        assertThat(results.get(2).verdicts())
                .containsEntry("4 nested.json", new Verdict.Unsupported("a list of cases expected, came OBJECT"));
        assertThat(results.get(3).verdicts())
                .containsEntry("a", new Verdict.Unsupported("fields of no known format"))
                .containsEntry("case 2", new Verdict.Unsupported("fields of no known format"));
        assertThat(results.get(4).verdicts()).hasSize(4).containsEntry("7", new Verdict.Passed());
        assertThat(results.get(5).verdicts().values()).first().asString().contains("JSON expected, came ");
    }

    /** The first case is no schedule; the others are what says which format it is. */
    @Test
    void aScheduleThatIsNoneDoesNotHideTheOthers() throws Exception {
        assertThat(verdicts("{\"cases\":[3,{\"id\":\"none\",\"product_settings\":{}}]}"))
                .containsOnlyKeys("case 1", "none")
                .allSatisfy((id, verdict) -> assertThat(verdict).isInstanceOf(Verdict.Unsupported.class));
    }

    @Test
    void aCaseMayExpectThatThereIsNoRate() throws Exception {
        assertThat(verdicts("""
                [{"id":"one way","function":"IRR","flows":[1,2,3],"expected":null,"expected_none":true},
                 {"id":"none","function":"IRR","flows":[-100,210,-115],"expected":null,"expected_none":true},
                 {"id":"one","function":"IRR","flows":[-100,null,104],"expected":0.04,"tolerance":1e-9},
                 {"id":"beyond","function":"IRR","flows":[-1,402,-400],"expected":null,"expected_none":true,"check":{"note":"none (within 0.5..300)"}},
                 {"id":"within","function":"IRR","flows":[-1,402,-400],"expected":null,"expected_none":true,"check":{"note":"none (within -0.999..50)"}},
                 {"id":"no period","function":"IPMT","args":{"rate":"0.06/12","per":0,"nper":12,"pv":1000},"expected":null,"expected_none":true},
                 {"id":"first","function":"IPMT","args":{"rate":"0.06/12","per":1,"nper":12.9,"pv":1000,"when":"begin"},"expected":0}]
                """))
                .containsEntry("one way", new Verdict.Passed())
                .containsEntry("none", new Verdict.Passed())
                .containsEntry("one", new Verdict.Passed())
                .containsEntry("beyond", new Verdict.Passed())
                .hasEntrySatisfying("within", verdict -> assertThat(verdict).isInstanceOf(Verdict.Failed.class))
                .containsEntry("no period", new Verdict.Passed())
                .containsEntry("first", new Verdict.Passed());
    }

    @Test
    void remarksWhereTheTermsOfACaseContradictItsDates() throws Exception {
        Map<String, Verdict> verdicts = verdicts("""
                [{"id":"lost a day","convention":"UK CONC App 1.2","group":"weekly","start":"2026-03-02","end":"2026-03-20","expected":0.0466,"text":"t = 2/52 + 3/365 = 0.04668072"},
                 {"id":"wrong sum","convention":"UK CONC App 1.2","group":"weekly","start":"2026-03-02","end":"2026-03-20","expected":0.05,"text":"t = 2/52 + 4/365 = 0.05"},
                 {"id":"units","convention":"US Reg Z Appendix J","group":"quarterly","start":"2026-01-10","end":"2026-08-01","expected":1,"text":"t = 1 : f = 22/90 = 0.24444444 : p = 4"},
                 {"id":"no text","convention":"EU 2008/48/EC","group":"month","start":"2026-01-10","end":"2026-08-10","expected":0.5}]
                """);
        assertThat(verdicts)
                .containsEntry(
                        "units",
                        new Verdict.Failed(
                                "1", "2", "its terms lead from 2026-01-10 to 2026-05-01, its end is 2026-08-01"));
        assertThat(verdicts.get("lost a day"))
                .extracting("remark")
                .isEqualTo("its terms lead from 2026-03-02 to 2026-03-19, its end is 2026-03-20");
        assertThat(verdicts.get("wrong sum")).extracting("remark").isNull();
        assertThat(verdicts.get("no text")).extracting("remark").isNull();
    }

    /** 28 days of February 2027 are a whole month and four weeks: weekly payments may be one or many. */
    @Test
    void aMonthOfWholeWeeksMayBeCountedEitherWay() throws Exception {
        assertThat(verdicts("""
                [{"id":"weeks","convention":"UK CONC App 1.2","group":"weekly","start":"2027-02-05","end":"2027-03-05","expected":0.07692307692307693},
                 {"id":"month","convention":"UK CONC App 1.2","group":"weekly","start":"2027-02-05","end":"2027-03-05","expected":0.08333333333333333},
                 {"id":"monthly","convention":"UK CONC App 1.2","group":"monthly","start":"2027-02-05","end":"2027-03-05","expected":0.07692307692307693},
                 {"id":"days","convention":"US Reg Z Appendix J","group":"daily","start":"2027-02-05","end":"2027-03-05","expected":28}]
                """))
                .containsEntry("weeks", new Verdict.Passed())
                .containsEntry("month", new Verdict.Passed())
                .containsEntry("monthly", new Verdict.Failed("0.07692307692307693", "0.08333333333333333"))
                .containsEntry("days", new Verdict.Passed());
    }

    @Test
    void ratesMayHaveAUnitPeriodOfTheirOwnAndOneDecimal() throws Exception {
        assertThat(verdicts("""
                [{"id":"term","inputs":{"advance":1000,"unit_periods_per_year":"365/146","payments":[{"amount":1040,"unit_periods":1,"fraction":0}]},"expected_apr_pct":10,"tolerance_pct":1e-6},
                 {"id":"decimal","inputs":{"drawdowns":[{"amount":1000,"t_years":0}],"payments":[{"amount":1081.23,"t_years":1}]},"expected_apr_pct":null,"expected_apr_1dp":8.1}]
                """))
                .allSatisfy((id, verdict) -> assertThat(verdict).isEqualTo(new Verdict.Passed()));
    }

    @Test
    void aFrequencyOfNothingIsNotRead() throws Exception {
        assertThat(verdicts("""
                [{"id":"unit","inputs":{"start":"2026-03-02","repay_every":1,"repay_unit":"","number_of_repayments":2},"expected_due_dates":[]},
                 {"id":"beyond","inputs":{"start":"2026-03-02","repay_every":99999,"repay_unit":"DAYS","number_of_repayments":2},"expected_due_dates":[],"expected_error":"range"}]
                """))
                .containsEntry("unit", new Verdict.Unsupported("frequency of 1 "))
                .containsEntry("beyond", new Verdict.Passed());
    }

    @Test
    void periodDatesMayBeOnePeriod() throws Exception {
        assertThat(verdicts("""
                [{"id":"term","start":"2026-03-02","end":"2026-08-09","frequency":"TERM","stub":"STUB_NONE","roll":null,"business_day_adjustment":"FOLLOWING Sat/Sun",
                  "expected_unadjusted":["2026-03-02","2026-08-09"],"expected_adjusted":["2026-03-02","2026-08-10"],"expected_roll":"ROLL_NONE"},
                 {"id":"order","start":"2026-03-02","end":"2026-03-01","frequency":"P1M","business_day_adjustment":"BDA_NONE","expected_error":"order","expected_unadjusted":null}]
                """))
                .allSatisfy((id, verdict) -> assertThat(verdict).isEqualTo(new Verdict.Passed()));
    }

    private static String schedule(String id, String principal, String expected) {
        return """
                {"id":"%s","inputs":{"principal":%s,"annual_rate_pct":12,"interest_method":"DECLINING_BALANCE","amortization":"EQUAL_PRINCIPAL_PAYMENTS",
                  "interest_calculation_period":"SAME_AS_REPAYMENT_PERIOD","repay_every":1,"repay_unit":"MONTHS","number_of_repayments":3,"submitted_on":"2025-01-15"},
                 "product_settings":{"schedule_engine":"CUMULATIVE","days_in_year":"ACTUAL","days_in_month":"ACTUAL"},"events":[]%s}
                """.formatted(id, principal, expected);
    }

    @Test
    void whatComparesNothingPassesNothing() throws Exception {
        Verdict noRows = new Verdict.Unsupported("no expected rows");
        assertThat(verdicts("{\"cases\":["
                        + String.join(
                                ",",
                                schedule("empty", "1000", ",\"expected\":[]"),
                                schedule("left out", "1000", ""),
                                schedule("no rows", "1000", ",\"expected\":[{\"after_event_index\":0,\"periods\":[]}]"),
                                schedule("null", "-1000", ",\"expected\":null"),
                                schedule("refused", "-1000", ",\"expected\":null,\"expected_error\":\"amount\""),
                                schedule("not refused", "1000", ",\"expected_error\":\"amount\""))
                        + "]}"))
                .containsEntry("empty", noRows)
                .containsEntry("left out", noRows)
                .containsEntry("no rows", noRows)
                .containsEntry("null", new Verdict.Unsupported("no expected value"))
                .containsEntry("refused", new Verdict.Passed())
                .containsEntry("not refused", new Verdict.Failed("an error", "a result"));
        assertThat(verdicts("""
                [{"id":"null","function":"IRR","flows":[1,2,3],"expected":null}]
                """)).containsEntry("null", new Verdict.Unsupported("no expected value"));
    }

    /** That the library fails somewhere is not what a case asks for that has no rate, or whose dates are in disorder. */
    @Test
    void aRefusalIsAboutTheSubjectOfTheCase() throws Exception {
        assertThat(verdicts("""
                [{"id":"calendar","start":"2026-03-02","end":"2027-08-02","frequency":"P1M","stub":"STUB_NONE","business_day_adjustment":"FOLLOWING CN",
                  "expected_error":"order","expected_unadjusted":null}]
                """).get("calendar")).isInstanceOfSatisfying(Verdict.Failed.class, failed -> {
            assertThat(failed.expected()).isEqualTo("an error about period dates or frequency");
            assertThat(failed.got()).startsWith("calendar CN: date: expected a year with data");
        });
    }

    @Test
    void tellsWhatFailedWhatIsUnsupportedAndWhatIsSkipped() throws Exception {
        Files.writeString(folder.resolve("counts.json"), """
                [{"id":"right","day_count":"ACT_360","start":"2024-01-01","end":"2024-02-01","expected_year_fraction":0.0861111111,"tolerance":1e-9},
                 {"id":"wrong","day_count":"ACT_360","start":"2024-01-01","end":"2024-02-01","expected_year_fraction":0.09,"tolerance":1e-9},
                 {"id":"unknown","day_count":"BUS_252","start":"2024-01-01","end":"2024-02-01","expected_year_fraction":0.09},
                 {"id":"old","superseded_by":"right","day_count":"ACT_360","expected_year_fraction":1},
                 {"id":"unused","use":false,"day_count":"ACT_360","expected_year_fraction":1}]
                """);
        Files.writeString(folder.resolve("other.json"), "{\"subject\":\"another\"}");
        List<FileResult> results = GoldenFolder.check(folder);
        assertThat(results).hasSize(1);
        FileResult result = results.getFirst();
        assertThat(result.file()).isEqualTo("counts.json");
        assertThat(result.passed()).isEqualTo(1);
        assertThat(result.verdicts())
                .containsEntry("right", new Verdict.Passed())
                .containsEntry("wrong", new Verdict.Failed("0.09", "0.08611111111111111"))
                .containsEntry("unknown", new Verdict.Unsupported("day count BUS_252"))
                .containsEntry("old", new Verdict.Skipped("superseded by right"))
                .containsEntry("unused", new Verdict.Skipped("marked use: false"));
    }
}
