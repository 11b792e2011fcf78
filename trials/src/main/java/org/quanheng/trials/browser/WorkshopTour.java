package org.quanheng.trials.browser;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** A risk analyst builds a model in the workshop by browser alone, and the head of lending signs it. */
public final class WorkshopTour {
    private static final int TRAINING_MILLIS_MAX = 240_000;

    private final URI server;
    private final Chrome.Window window;
    private final Page page;
    private final Map<String, String> signIns;
    private final String language;
    private final BiConsumer<String, Chrome.Window> stop;
    private final Map<String, String> pages = new LinkedHashMap<>();

    /** A tour in a window; {@code stop} is called with the name of each page. */
    public WorkshopTour(
            URI server,
            Chrome.Window window,
            Map<String, String> signIns,
            String language,
            BiConsumer<String, Chrome.Window> stop) {
        this.server = server;
        this.window = window;
        this.page = window.page();
        this.signIns = signIns;
        this.language = language;
        this.stop = stop;
    }

    /**
     * What a tour left behind.
     *
     * @param model address of the model's page
     * @param pages addresses of the pages that it came through, by name
     * @param html the validation report
     * @param pdf the same as PDF, empty where the server has no Chromium
     */
    public record Built(String model, Map<String, String> pages, String html, byte[] pdf) {}

    /** From the file to the signed champion and its report. */
    public Built build(Path file, String target, List<String> protectedColumns) {
        signIn("risk-analyst");
        visit("/workshop/import");
        stop("workshop-import");
        page.locator("#f-file").setInputFiles(file);
        click("button[name=import]");
        describe(target, protectedColumns);
        click("button[name=describe]");
        stop("workshop-data");
        String data = URI.create(page.url()).getPath();
        page.locator("#train button[name=train]").scrollIntoViewIfNeeded();
        click("button[name=train]");
        waitUntilTrained();
        stop("workshop-training");
        String first = page.url();
        setBins();
        click("button[name=again]");
        waitUntilTrained();
        String second = page.url();
        String challenger = challenger(data);
        visit(URI.create(second).getPath());
        register();
        String model = page.url().replaceAll("#.*", "");
        page.locator("#f-reason").fill("在留出样本上不差，分箱更好解释。");
        click("button[name=propose]");
        signOut();
        signIn("head-of-lending");
        visit(URI.create(model).getPath());
        page.locator("#f-note").fill("看过比较和报告。");
        click("button[value=sign]");
        stop("workshop-model");
        visit("/workshop/compare?model=" + last(model) + "&model=" + last(challenger) + "&model=" + last(first));
        stop("workshop-compare");
        visit("/models/" + last(model) + "/drift");
        stop("workshop-drift");
        visit("/workshop");
        stop("workshop");
        return new Built(model, pages, html(model), pdf(model));
    }

    /** Looks again at the pages of an earlier tour, in this window's language and width. */
    public void look(Map<String, String> earlier) {
        signIn("risk-analyst");
        earlier.forEach((name, path) -> {
            visit(path);
            stop(name);
        });
        signOut();
    }

    private void describe(String target, List<String> protectedColumns) {
        Locator rows = page.locator("table.profile tbody tr");
        for (Locator row : rows.all()) {
            String name = row.locator("th").innerText().strip();
            String role = name.equals(target) ? "target" : protectedColumns.contains(name) ? "protected" : "feature";
            row.locator("select[name^=role]").selectOption(role);
        }
    }

    /** Opens the bins of the strongest fact with cuts, adds one cut in the middle of its range by keyboard, and goes on. */
    private void setBins() {
        for (Locator link : page.locator(".workshop-facts .card-head a").all()) {
            String path =
                    URI.create(page.url()).resolve(link.getAttribute("href")).getPath();
            visit(path);
            if (page.locator("input[name=cut1]").count() > 0) {
                break;
            }
            page.goBack();
        }
        double low = Double.parseDouble(page.locator("input[name=cut0]").inputValue());
        page.locator("ul.cuts input").last().fill(Double.toString(low + 0.5));
        page.keyboard().press("Enter");
        page.locator("button[value=reset]").waitFor();
        stop("workshop-bins");
    }

    /** Boosted trees, registered to challenge. */
    private String challenger(String data) {
        visit(data);
        page.locator("label.tile:has(input[value=boosted])").click();
        click("button[name=train]");
        waitUntilTrained();
        stop("workshop-trees");
        register();
        stop("workshop-challenger");
        return page.url();
    }

    private void register() {
        page.locator("#f-book").fill("workshop-" + language);
        page.locator("#f-purpose").fill("估计违约概率，用于批准和定价。");
        page.locator("#f-limits").fill("一个地区，一段时间；不可外推。");
        page.locator("#f-bad_means").fill("到期未还");
        page.locator("#f-from").fill("2005-04-01");
        page.locator("#f-to").fill("2005-09-30");
        click("button[name=register]");
    }

    private void waitUntilTrained() {
        page.locator("#register").waitFor(new Locator.WaitForOptions().setTimeout(TRAINING_MILLIS_MAX));
        page.waitForLoadState();
    }

    private String html(String model) {
        return new String(got(model + "/files/report.html?lang=" + language).body(), StandardCharsets.UTF_8);
    }

    private byte[] pdf(String model) {
        return Chrome.executable().isEmpty()
                ? new byte[0]
                : got(model + "/files/report.pdf").body();
    }

    private APIResponse got(String address) {
        APIResponse response = page.request().get(address);
        if (response.status() != 200) {
            throw new IllegalStateException("expected " + address + ", came " + response.status());
        }
        return response;
    }

    private void signIn(String login) {
        page.navigate(server.resolve("/sign-in?lang=" + language).toString());
        page.locator("#f-username").fill(login);
        page.locator("#f-password").fill(String.valueOf(signIns.get(login)));
        post("button[name=sign_in]");
    }

    private void signOut() {
        post("button[name=sign_out]");
    }

    /** Sends a form and waits for its answer, not for the page to which that leads: the first board of a server takes long. */
    private void post(String selector) {
        page.waitForResponse(
                response -> response.request().method().equals("POST"),
                () -> page.locator(selector).first().click());
    }

    private void click(String selector) {
        page.locator(selector).first().click();
        page.waitForLoadState();
    }

    private void visit(String path) {
        page.navigate(server.resolve(path).toString());
        page.waitForLoadState();
    }

    private void stop(String name) {
        URI at = URI.create(page.url());
        pages.put(name, at.getRawPath() + (at.getRawQuery() == null ? "" : "?" + at.getRawQuery()));
        stop.accept(name, window);
    }

    private static String last(String address) {
        return address.replaceAll("[#?].*", "").replaceAll(".*/", "");
    }
}
