package org.quanheng.app.model.web.data;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Accounts;
import org.quanheng.app.access.Pages;
import org.quanheng.app.access.StaffMember;
import org.quanheng.app.api.ActKeys;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.audit.Ids;
import org.quanheng.app.audit.Sha256;
import org.quanheng.app.model.web.Forms;
import org.quanheng.app.model.web.Forms.Wrong;
import org.quanheng.app.model.workshop.DataCard;
import org.quanheng.app.model.workshop.DataProfile;
import org.quanheng.app.model.workshop.DataSet;
import org.quanheng.app.model.workshop.DataSets;
import org.quanheng.app.model.workshop.Recipe;
import org.quanheng.app.model.workshop.Trainings;
import org.quanheng.app.page.Page;
import org.quanheng.scoring.table.SpecialCode;
import org.quanheng.scoring.table.Table;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Data comes in, is looked at, described, and trained on. */
@Controller
class DataController {
    private static final String USUAL_MISSING = "NA, N/A, NaN, null, NULL, ?";
    private static final int NAME_MAX = 80;

    private final DataSets data;
    private final Trainings trainings;
    private final Accounts accounts;
    private final Pages pages;
    private final Ids ids;

    DataController(DataSets data, Trainings trainings, Accounts accounts, Pages pages, Ids ids) {
        this.data = data;
        this.trainings = trainings;
        this.accounts = accounts;
        this.pages = pages;
        this.ids = ids;
    }

    @GetMapping("/workshop/import")
    String form(HttpServletRequest request, Model model) {
        model.addAttribute("page", pages.of(request));
        model.addAttribute("view", new ImportView(ids.nextKey(), "", USUAL_MISSING, List.of()));
        return "workshop_import";
    }

    @PostMapping("/workshop/data")
    String add(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Page page = pages.of(request);
        List<Wrong> wrongs = new ArrayList<>();
        byte[] bytes = file == null ? new byte[0] : file.getBytes();
        String fileName = fileName(file);
        if (bytes.length == 0) {
            wrongs.add(new Wrong(
                    page.t("workshop.field.file"),
                    page.t("workshop.expected.file"),
                    page.t("workshop.came.nothing"),
                    ""));
        }
        String typed = form.getOrDefault("name", "").strip();
        String name = typed.isEmpty() ? fileName.replaceAll("(?i)(\\.(csv|xlsx))?(\\.gz)?$", "") : typed;
        String missing = form.getOrDefault("missing", "");
        UUID id = wrongs.isEmpty()
                ? Forms.tried(
                        page,
                        wrongs,
                        () -> data.add(
                                ActKeys.ofCall(
                                        "data:" + member.id(),
                                        form.get("idempotency_key"),
                                        name + missing + Arrays.toString(Sha256.of(bytes))),
                                Forms.by(member),
                                cut(name, NAME_MAX),
                                fileName,
                                bytes,
                                texts(missing)))
                : null;
        if (id != null) {
            return "redirect:/workshop/data/" + id;
        }
        response.setStatus(ErrorCode.INPUT_FAULTY.status());
        model.addAttribute("page", page);
        model.addAttribute("view", new ImportView(ids.nextKey(), typed, missing, wrongs));
        return "workshop_import";
    }

    private static String fileName(@Nullable MultipartFile file) {
        String name = file == null ? null : file.getOriginalFilename();
        String last = name == null ? "" : name.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return last.isBlank() ? "data.csv" : cut(last, 200);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static Set<String> texts(String commaSeparated) {
        return Arrays.stream(commaSeparated.split("[,，]", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
    }

    @GetMapping("/workshop/data/{id}")
    String show(
            @PathVariable UUID id,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            Model model) {
        DataSet set = data.find(id);
        model.addAttribute("page", pages.of(request));
        model.addAttribute("view", view(set, set.card(), member, List.of()));
        return "workshop_data";
    }

    @PostMapping("/workshop/data/{id}/card")
    String describe(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        DataSet set = data.find(id);
        Page page = pages.of(request);
        List<Wrong> wrongs = new ArrayList<>();
        DataCard card = card(set, form, page, wrongs);
        if (wrongs.isEmpty()) {
            Forms.tried(page, wrongs, () -> data.table(set, card));
        }
        if (wrongs.isEmpty()) {
            data.describe(Forms.key("card:" + id, member, form), Forms.by(member), set, card);
            return "redirect:/workshop/data/" + id + "#train";
        }
        response.setStatus(ErrorCode.INPUT_FAULTY.status());
        model.addAttribute("page", page);
        model.addAttribute("view", view(set, set.card(), member, wrongs));
        return "workshop_data";
    }

    private DataCard card(DataSet set, Map<String, String> form, Page page, List<Wrong> wrongs) {
        List<String> names = data.table(set, set.card()).names();
        Map<String, Set<String>> byRole = new HashMap<>();
        Set<String> categorical = new HashSet<>();
        Map<String, List<SpecialCode>> specials = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            byRole.computeIfAbsent(form.getOrDefault("role" + i, "feature"), none -> new HashSet<>())
                    .add(name);
            if (form.getOrDefault("kind" + i, "").equals("categorical")) {
                categorical.add(name);
            }
            List<SpecialCode> codes = SpecialsText.parse(name, form.getOrDefault("special" + i, ""), page, wrongs);
            if (!codes.isEmpty()) {
                specials.put(name, codes);
            }
        }
        Set<String> targets = byRole.getOrDefault("target", Set.of());
        if (targets.size() > 1) {
            wrongs.add(new Wrong(
                    page.t("workshop.role.target"),
                    page.t("workshop.expected.one_target"),
                    String.join(", ", targets),
                    ""));
        }
        return set.card()
                .with(
                        categorical,
                        targets.stream().findFirst().orElse(""),
                        form.getOrDefault("bad", "1").equals("0") ? 0 : 1,
                        byRole.getOrDefault("drop", Set.of()),
                        byRole.getOrDefault("protected", Set.of()),
                        specials);
    }

    @PostMapping("/workshop/data/{id}/training")
    String train(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffMember member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        DataSet set = data.find(id);
        Page page = pages.of(request);
        List<Wrong> wrongs = new ArrayList<>();
        String name = Forms.text(form, "name", NAME_MAX, page, wrongs);
        Recipe recipe = new Recipe(set.card(), method(form.getOrDefault("method", "")), Map.of());
        Forms.tried(page, wrongs, () -> Recipe.development(set.card().sample(data.table(set, set.card()))));
        if (wrongs.isEmpty()) {
            UUID training =
                    trainings.ask(Forms.key("training:" + id, member, form), Forms.by(member), id, name, recipe);
            return "redirect:/workshop/training/" + training;
        }
        response.setStatus(ErrorCode.INPUT_FAULTY.status());
        model.addAttribute("page", page);
        model.addAttribute("view", view(set, set.card(), member, wrongs));
        return "workshop_data";
    }

    private static Recipe.Method method(String name) {
        return Arrays.stream(Recipe.Method.values())
                .filter(method -> method.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(Recipe.Method.SCORECARD);
    }

    private DataView view(DataSet set, DataCard card, StaffMember member, List<Wrong> wrongs) {
        Table table = data.table(set, card);
        DataProfile profile = DataProfile.of(table, card);
        return new DataView(
                set,
                profile,
                Forms.builds(member),
                accounts.nameOf(set.importedBy()).orElse(set.importedBy()),
                ids.nextKey(),
                ids.nextKey(),
                profile.columns().stream().map(item -> column(item, card)).toList(),
                wrongs);
    }

    private static DataView.Column column(DataProfile.Item item, DataCard card) {
        String name = item.profile().name();
        String role = name.equals(card.target())
                ? "target"
                : card.drop().contains(name)
                        ? "drop"
                        : card.protectedColumns().contains(name) ? "protected" : "feature";
        return new DataView.Column(
                item,
                name,
                role,
                card.categorical().contains(name) || !item.profile().numeric(),
                SpecialsText.of(card.specials().getOrDefault(name, List.of())),
                item.mayBeSpecial().entrySet().stream()
                        .map(each -> Forms.plain(each.getKey()) + String.format(Locale.ROOT, " (%,d)", each.getValue()))
                        .collect(Collectors.joining(", ")));
    }
}
