package org.quanheng.cli.balance;

import java.util.List;
import java.util.Locale;
import org.quanheng.balance.crossfit.StudyPoint;
import org.quanheng.balance.crossfit.StudyResult;

/** The frontier studies as one page that stands alone, Chinese first, English second. */
final class FrontierReport {
    private static final String STYLE = """
            :root{color-scheme:light dark;--paper:#faf9f6;--ink:#1c2630;--ink-2:#55616d;--line:#e6e3dc;--risk:#b9472e;--experience:#22777f}
            @media(prefers-color-scheme:dark){:root{--paper:#14191f;--ink:#eceff2;--ink-2:#aab4be;--line:#2e3842;--risk:#dd7a64;--experience:#45aab3}}
            body{margin:0 auto;max-width:46rem;padding:1.5rem 1rem;background:var(--paper);color:var(--ink);
            font:0.9375rem/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;font-variant-numeric:tabular-nums}
            h1{font-size:1.5rem}h2{font-size:1.125rem;margin-top:2.5rem}p.en,span.en{color:var(--ink-2)}
            .wide{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{padding:.25rem .5rem;border-bottom:1px solid var(--line);text-align:right}
            th:first-child,td:first-child{text-align:left}svg{width:100%;height:auto}svg text{font-size:12px;fill:var(--ink-2)}
            .grid{stroke:var(--line)}.zero{stroke:var(--ink-2)}.line{fill:none;stroke:var(--risk);stroke-width:2}
            .band{fill:var(--risk);opacity:.15}.dot{fill:var(--risk)}.chosen{fill:var(--experience)}
            """;

    private FrontierReport() {}

    static String of(List<StudyResult> results, String by) {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
                + "<title>少问多少，多亏多少 · The frontier</title><style>" + STYLE + "</style></head><body>");
        page.append("<h1>少问多少，多亏多少 <span class=\"en\" lang=\"en\">· Asking less, losing more</span></h1>");
        both(
                page,
                "只对仍可能改变答复的人继续提问。每个点是一个兑换率：一分钟客户时间值多少笔坏账。所有数字都是样本外的："
                        + "用四折学习，在第五折上计数（折 = 行号 % 5）。坏账率与“向所有人问完所有问题”在批准数相同时比较。",
                "People are asked on only while an answer can still change the decision. Each point is one exchange rate: what a minute of effort"
                        + " is worth in bad loans. All figures are out of sample: learnt on four folds, counted on the fifth (fold = row % 5)."
                        + " Bad rates are compared with asking everyone everything at equal approvals.");
        results.forEach(result -> section(page, result, by));
        return page.append("</body></html>\n").toString();
    }

    private static void section(StringBuilder page, StudyResult result, String by) {
        String name = escaped(result.journey().name());
        String title = String.format(Locale.ROOT, "%s, %.0f %%", name, 100 * result.target());
        page.append(String.format(
                Locale.ROOT,
                "<h2>%s：批准 %.0f %% <span class=\"en\" lang=\"en\">· %.0f %% approved</span></h2>",
                name,
                100 * result.target(),
                100 * result.target()));
        page.append(new FrontierChart(result).svg(title));
        both(
                page,
                "横轴：被问完所有问题的申请人比例；纵轴：坏账率的相对变化，色带为 95 % 区间；红点为 A、B，青点由训练折选出。",
                "Across: share of applicants asked everything; up: relative change of the bad rate with its 95 % band. Red: A and B; blue-green: chosen by the training folds.");
        table(page, result);
        noise(page, result);
        both(
                page,
                "投入的单位：" + (result.journey().minutesGiven() ? "卡片给出的分钟" : "假设值，见英文") + "。",
                "Unit of effort: " + FrontierDocument.unit(result.journey(), by) + ".");
    }

    private static void table(StringBuilder page, StudyResult result) {
        page.append("<div class=\"wide\"><table><thead><tr><th>点 <span lang=\"en\">point</span></th>"
                + "<th>问完 <span lang=\"en\">asked all</span></th><th>问题 <span lang=\"en\">facts</span></th>"
                + "<th>投入 <span lang=\"en\">effort</span></th><th>坏账率 <span lang=\"en\">bad rate</span></th>"
                + "<th>变化 <span lang=\"en\">change</span></th><th>95 %</th>"
                + "<th>答复相同 <span lang=\"en\">same answer</span></th></tr></thead><tbody>");
        line(page, "最低兑换率 lowest rate", result.points().getFirst());
        line(page, "A (+0.5 %)", result.best(StudyResult.STRICT));
        line(page, "B (+1.5 %)", result.best(StudyResult.LOOSE));
        line(page, "训练折选出 chosen", result.chosen());
        line(page, "拐点 knee", FrontierDocument.knee(result));
        line(page, "只问第一步 first step only", result.firstStageOnly());
        page.append("</tbody></table></div>");
    }

    private static void line(StringBuilder page, String name, StudyPoint point) {
        page.append(String.format(
                Locale.ROOT,
                "<tr><td>%s</td><td>%.1f %%</td><td>%.1f %%</td><td>%.2f</td><td>%.2f %%</td><td>%+.2f %%</td>"
                        + "<td>%+.1f … %+.1f %%</td><td>%.1f %%</td></tr>",
                name,
                100 * point.askedEverythingShare(),
                100 * point.featureShare(),
                point.effortMinutes(),
                100 * point.badRate(),
                100 * point.relativeChange(),
                100 * point.changeInterval().low(),
                100 * point.changeInterval().high(),
                100 * point.sameDecisionShare()));
    }

    private static void noise(StringBuilder page, StudyResult result) {
        StudyPoint strict = result.best(StudyResult.STRICT);
        long bads = Math.round(strict.badRateAskAll() * strict.approved());
        double width = 100 * 1.96 * strict.relativeChangeError();
        StudyResult.Spread spread = result.strictNoise();
        both(
                page,
                String.format(
                        Locale.ROOT,
                        "多少是偶然：全部问完时批准的人中有 %d 笔坏账，A 点的变化因此只知道到 ±%.1f %%。按校准后的违约概率重抽结果 200 次，A 在 %.0f %% 到 %.0f %% 之间（中位 %.0f %%）。",
                        bads,
                        width,
                        100 * spread.low(),
                        100 * spread.high(),
                        100 * spread.middle()),
                String.format(
                        Locale.ROOT,
                        "How much is noise: of those approved when all is asked, %d were bad, so the change at A is known to ±%.1f %% only."
                                + " With the outcomes drawn again 200 times from the calibrated PDs, A lies between %.0f %% and %.0f %% (median %.0f %%).",
                        bads,
                        width,
                        100 * spread.low(),
                        100 * spread.high(),
                        100 * spread.middle()));
    }

    private static void both(StringBuilder page, String chinese, String english) {
        page.append("<p>")
                .append(chinese)
                .append("</p><p class=\"en\" lang=\"en\">")
                .append(english)
                .append("</p>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
