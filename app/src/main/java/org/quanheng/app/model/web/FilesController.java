package org.quanheng.app.model.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Accounts;
import org.quanheng.app.access.Pages;
import org.quanheng.app.access.StaffMember;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.model.AboutModel;
import org.quanheng.app.model.Champions;
import org.quanheng.app.model.Models;
import org.quanheng.app.model.Proposal;
import org.quanheng.app.model.RegisteredModel;
import org.quanheng.app.model.workshop.Samples;
import org.quanheng.app.page.Page;
import org.quanheng.app.page.SheetFormat;
import org.quanheng.scoring.export.JavaExport;
import org.quanheng.scoring.export.PmmlExport;
import org.quanheng.scoring.export.SqlExport;
import org.quanheng.scoring.governance.ModelCard;
import org.quanheng.scoring.scorecard.PdModel;
import org.quanheng.scoring.scorecard.Scorecard;
import org.quanheng.scoring.validation.Cases;
import org.quanheng.scoring.validation.Figures;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A model as files to take away: its validation report, its card, and the scorecard for other systems. */
@Controller
class FilesController {
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final Models models;
    private final Champions champions;
    private final Report report;
    private final Samples samples;
    private final PdfPrinter printer;
    private final TemplateEngine templates;
    private final Accounts accounts;
    private final Pages pages;

    FilesController(
            Models models,
            Champions champions,
            Report report,
            Samples samples,
            PdfPrinter printer,
            TemplateEngine templates,
            Accounts accounts,
            Pages pages) {
        this.models = models;
        this.champions = champions;
        this.report = report;
        this.samples = samples;
        this.printer = printer;
        this.templates = templates;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping("/models/{id}/files/{file}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String file,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request) {
        RegisteredModel model = models.find(id).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such model"));
        Page page = pages.of(request);
        return switch (file) {
            case "report.html" ->
                answer(
                        id + "-" + file,
                        new MediaType("text", "html", StandardCharsets.UTF_8),
                        html(model, member, page));
            case "report.pdf" ->
                answer(id + "-" + file, MediaType.APPLICATION_PDF, printer.print(html(model, member, page)));
            case "card.json" ->
                answer(id + "-" + file, MediaType.APPLICATION_JSON, card(model).toJson());
            case "model.json" ->
                answer(
                        id + "-" + file,
                        MediaType.APPLICATION_JSON,
                        model.model().toJson());
            default -> ofScorecard(model, file, page);
        };
    }

    /** The files that only a table of points has. */
    private static ResponseEntity<byte[]> ofScorecard(RegisteredModel model, String file, Page page) {
        String name = model.id() + "-" + file;
        Scorecard card = model.scorecard().orElseThrow(FilesController::noSuchFile);
        return switch (file) {
            case "scorecard.json" -> answer(name, MediaType.APPLICATION_JSON, card.toJson());
            case "scorecard.pmml" -> answer(name, MediaType.APPLICATION_XML, PmmlExport.document(card));
            case "scorecard.sql" -> answer(name, TEXT, SqlExport.points(card));
            case "Scorecard.java" -> answer(file, TEXT, JavaExport.source(card, "scorecard", "Scorecard"));
            case "scorecard.csv" ->
                answer(name, sheet(SheetFormat.CSV), SheetFormat.CSV.bytes(ScorecardSheet.of(card, page)));
            case "scorecard.xlsx" ->
                answer(name, sheet(SheetFormat.XLSX), SheetFormat.XLSX.bytes(ScorecardSheet.of(card, page)));
            default -> throw noSuchFile();
        };
    }

    private static MediaType sheet(SheetFormat format) {
        return MediaType.parseMediaType(format.mediaType());
    }

    private static Refusal noSuchFile() {
        return new Refusal(ErrorCode.NOT_FOUND, "no such file of a model");
    }

    /** The names of the files of a model, beside its report. */
    static List<String> names(RegisteredModel model) {
        return model.scorecard().isPresent()
                ? List.of(
                        "card.json",
                        "scorecard.json",
                        "scorecard.pmml",
                        "scorecard.sql",
                        "Scorecard.java",
                        "scorecard.csv",
                        "scorecard.xlsx")
                : List.of("card.json", "model.json");
    }

    private String html(RegisteredModel model, StaffMember member, Page page) {
        StringOutput out = new StringOutput();
        Map<String, Object> values = Map.of("page", page, "view", report.of(model, member, page));
        templates.render("workshop_report.jte", values, out);
        return out.toString();
    }

    /** The library's card: what a person said, what was computed, and who signed. */
    private ModelCard card(RegisteredModel model) {
        AboutModel about = model.about();
        PdModel trained = model.model();
        @Nullable Figures validation = samples.heldOut(model)
                .map(sample -> Figures.of(Cases.of(trained.pds(sample.table()), sample)))
                .orElse(null);
        ModelCard card = ModelCard.of(
                trained,
                model.name(),
                model.id(),
                new ModelCard.Data(
                        about.source(),
                        about.from(),
                        about.to(),
                        about.bad(),
                        trained.development().rows(),
                        trained.development().bads()),
                about.purpose(),
                about.limits(),
                validation);
        ZoneId zone = pages.zone();
        for (Proposal proposal : champions.history(model.book()).reversed()) {
            if (proposal.modelId().equals(model.id()) && proposal.verdict() == Proposal.Verdict.SIGNED) {
                String by = Objects.requireNonNull(proposal.decidedBy());
                card = card.approved(new ModelCard.Approval(
                        accounts.nameOf(by).orElse(by),
                        "head of lending",
                        Objects.requireNonNull(proposal.decidedAt())
                                .atZone(zone)
                                .toLocalDate(),
                        Optional.ofNullable(proposal.note()).orElse("")));
            }
        }
        return card;
    }

    private static ResponseEntity<byte[]> answer(String name, MediaType type, String text) {
        return answer(name, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> answer(String name, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes);
    }
}
