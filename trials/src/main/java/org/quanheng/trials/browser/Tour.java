package org.quanheng.trials.browser;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.quanheng.trials.lender.Applicant;

/** Through the pages of the platform in a real browser, as an applicant and as staff; something is done at each stop. */
public final class Tour {
    /** How fast a person types and clicks. */
    static final int CHARACTERS_PER_MINUTE = 200;

    private static final double SECONDS_PER_CLICK = 1;
    private static final int PAGES_MAX = 20;

    private final URI server;
    private final Chrome.Window window;
    private final Page page;
    private final BiConsumer<String, Chrome.Window> stop;
    private final Set<String> kinds = new LinkedHashSet<>();
    private int typed;
    private int clicks;
    private long waited;
    private long lastWait;

    /** A tour in a window; {@code stop} is called with the name of each page. */
    public Tour(URI server, Chrome.Window window, BiConsumer<String, Chrome.Window> stop) {
        this.server = server;
        this.window = window;
        this.page = window.page();
        this.stop = stop;
    }

    /**
     * What the applicant did.
     *
     * @param seconds at human speed: characters at 200 a minute, one second a click, and the time the pages really took
     * @param answerMillis from the last answer to the page with the decision
     */
    public record Effort(int characters, int clicks, double waitedSeconds, double seconds, double answerMillis) {}

    /** From the first page to the loan; the language stays what it was set to. */
    public Effort apply(Applicant applicant, String language) {
        double answerMillis = toTheAnswer(applicant, language);
        click("section.offer a[href*='offer=']");
        stop("answer-chosen");
        if (!page.locator("#f-read").isChecked()) {
            click("label:has(#f-read)");
        }
        click("button[name=accept]");
        if (!page.url().contains("/loans/")) {
            throw new IllegalStateException("expected the loan, came " + page.url());
        }
        stop("loan");
        Effort effort = effort(answerMillis);
        visit(URI.create(page.url()).getPath() + "/early-repayment", "early-repayment");
        return effort;
    }

    /** From the first page to the answer, whatever it is; returns the milliseconds from the last answer to it. */
    public double toTheAnswer(Applicant applicant, String language) {
        page.navigate(server.resolve("/?lang=" + language).toString());
        stop("start");
        fillIn(applicant, "#start");
        click("button[name=begin]");
        for (int steps = 0; page.url().contains("/steps/"); steps++) {
            if (steps == PAGES_MAX) {
                throw new IllegalStateException("expected an answer within " + PAGES_MAX + " pages, at " + page.url());
            }
            String step = page.url().replaceAll(".*/steps/", "");
            stop(step.equals("income") ? "apply" : "apply-" + step);
            fillIn(applicant, "form[action*='/steps/']");
            click("button[name=continue]");
        }
        double answerMillis = lastWait / 1e6;
        stop("answer");
        return answerMillis;
    }

    private Effort effort(double answerMillis) {
        double waitedSeconds = waited / 1e9;
        double seconds = typed * 60.0 / CHARACTERS_PER_MINUTE + clicks * SECONDS_PER_CLICK + waitedSeconds;
        return new Effort(
                typed, clicks, Math.round(10 * waitedSeconds) / 10.0, Math.round(10 * seconds) / 10.0, answerMillis);
    }

    private void fillIn(Applicant applicant, String form) {
        Set<String> chosen = new LinkedHashSet<>();
        for (Locator field : page.locator(form + " input[name]").all()) {
            String name = String.valueOf(field.getAttribute("name"));
            switch (String.valueOf(field.getAttribute("type"))) {
                case "hidden", "range" -> {}
                case "radio" -> {
                    if (chosen.add(name)) {
                        click(form + " label:has(input[name='" + name + "'][value='" + applicant.answer(name) + "'])");
                    }
                }
                case "checkbox" -> click(form + " label:has(input[name='" + name + "'])");
                default -> {
                    String answer = applicant.answer(name);
                    field.fill(answer);
                    typed += answer.length();
                    clicks++;
                }
            }
        }
    }

    private void click(String selector) {
        long begun = System.nanoTime();
        page.locator(selector).first().click();
        page.waitForLoadState();
        lastWait = System.nanoTime() - begun;
        waited += lastWait;
        clicks++;
    }

    /** The pages of the staff, each seen by somebody who may see it. */
    public void staff(Map<String, String> signIns, String language) {
        signIn("head-of-lending", signIns, language);
        visit("/work", "work");
        @Nullable String referred = page.locator("main a[href^='/cases/']").count() == 0
                ? null
                : page.locator("main a[href^='/cases/']").first().getAttribute("href");
        if (referred == null) {
            throw new IllegalStateException("expected a case on the work list, there is none");
        }
        visit(referred, "case");
        visit("/servicing", "servicing");
        visit(String.valueOf(page.locator("main a.row").first().getAttribute("href")), "servicing-loan");
        visit("/board", "board");
        visit("/models", "model");
        page.locator("button[name=sign_out]").first().click();
        signIn("auditor", signIns, language);
        visit("/audit", "audit");
        page.locator("button[name=sign_out]").first().click();
    }

    /** One page of every other kind that the pages lead to, for the applicant and for each of the staff. */
    void everywhere(Map<String, String> signIns, String language) {
        follow();
        page.locator("button[name=sign_out]").first().click();
        for (String login : signIns.keySet()) {
            signIn(login, signIns, language);
            follow();
            page.locator("button[name=sign_out]").first().click();
        }
        follow();
    }

    /** Follows links from where the window is, until every kind of page was seen. */
    private void follow() {
        Deque<String> open = new ArrayDeque<>(links());
        while (!open.isEmpty()) {
            String path = open.removeFirst();
            String kind = path.replaceAll("[?#].*", "").replaceAll("/[0-9a-f-]{36}(?=/|$)|/\\d+(?=/|$)", "/{id}");
            if (kinds.add(kind) && isPage(path)) {
                visit(path, kind);
                open.addAll(links());
            }
        }
    }

    @SuppressWarnings("unchecked") // A script that gives texts gives a list of them.
    private List<String> links() {
        return (List<String>) page.evaluate("""
                [...document.querySelectorAll('a[href^="/"]:not([download], [href*="lang="], [href*="theme="])')]
                    .map(link => link.getAttribute('href'))""");
    }

    private boolean isPage(String path) {
        APIResponse answer = page.request().get(server.resolve(path).toString());
        return answer.ok()
                && answer.headers().getOrDefault("content-type", "").startsWith("text/html")
                && !answer.headers().getOrDefault("content-disposition", "").startsWith("attachment");
    }

    /** What people see when something is wrong: a form with faults, a wrong password, a page that is not there. */
    void mistakes(String language) {
        page.navigate(server.resolve("/?lang=" + language).toString());
        page.locator("button[name=begin]").first().click();
        stop("start-faults");
        page.navigate(server.resolve("/sign-in").toString());
        page.locator("#f-username").fill("nobody");
        page.locator("#f-password").fill("nothing");
        page.locator("button[name=sign_in]").click();
        stop("sign-in-faults");
        visit("/nowhere", "not-found");
        visit("/resume", "resume");
    }

    private void signIn(String login, Map<String, String> signIns, String language) {
        page.navigate(server.resolve("/sign-in?lang=" + language).toString());
        stop("sign-in");
        page.locator("#f-username").fill(login);
        page.locator("#f-password").fill(String.valueOf(signIns.get(login)));
        page.locator("button[name=sign_in]").click();
        page.waitForLoadState();
    }

    private void visit(String path, String name) {
        page.navigate(server.resolve(path).toString());
        stop(name);
    }

    private void stop(String name) {
        page.waitForLoadState();
        stop.accept(name, window);
    }
}
