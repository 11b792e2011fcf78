package org.quanheng.app.model.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quanheng.app.page.Page;
import org.quanheng.scoring.binning.Binning;
import org.quanheng.scoring.scorecard.Characteristic;
import org.quanheng.scoring.scorecard.Scorecard;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A scorecard as CSV that a spreadsheet opens: UTF-8 with its mark, and no cell that it would take for a formula. */
final class ScorecardCsv {
    private ScorecardCsv() {}

    static ResponseEntity<byte[]> answer(Scorecard card, Page page, String name) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".csv", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(text(card, page).getBytes(StandardCharsets.UTF_8));
    }

    static String text(Scorecard card, Page page) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                page.t("table.fact"),
                page.t("model.col.bin"),
                page.t("workshop.col.goods"),
                page.t("workshop.col.bads"),
                page.t("workshop.col.share"),
                page.t("model.col.bad_rate"),
                "WoE",
                page.t("table.points")));
        for (Characteristic characteristic : card.characteristics()) {
            Binning binning = characteristic.binning();
            for (int bin = 0; bin < characteristic.bins().count(); bin++) {
                double rate = binning.badRate(bin);
                lines.add(List.of(
                        characteristic.name(),
                        CardViews.label(characteristic.name(), characteristic.bins(), bin, page),
                        Forms.plain(binning.goods(bin)),
                        Forms.plain(binning.bads(bin)),
                        Forms.plain(binning.share(bin)),
                        Double.isNaN(rate) ? "" : Forms.plain(rate),
                        Forms.plain(binning.woe(bin)),
                        Forms.plain(characteristic.points(bin))));
            }
        }
        return "\uFEFF"
                + lines.stream()
                        .map(cells -> cells.stream().map(ScorecardCsv::cell).collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** A cell in quotes; a text that begins as a formula does has an apostrophe before it (OWASP, CSV injection). */
    static String cell(String text) {
        boolean formula =
                !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("-?\\d+(\\.\\d+)?");
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
