package org.quanheng.cli.replay;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.quanheng.cli.replay.Browser.Page;

/** One person's way from the first page to the answer and, when approved, to the loan. */
final class Journey {
    private static final Pattern STEP = Pattern.compile("/applications/[^/]+/steps/[^/]+");
    private static final Pattern ANSWER = Pattern.compile("/applications/([^/]+)/answer");
    private static final Pattern LOAN = Pattern.compile("/loans/[^/]+");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int PAGES_MAX = 80;

    private final Person person;
    private final String key;
    private final Supplier<Browser> browsers;
    private final Set<String> questions = new LinkedHashSet<>();
    private @Nullable String resumeLink;
    private long decisionMillis = -1;

    /**
     * A journey that may be interrupted and taken up again.
     *
     * @param key the idempotency key of the application, the same each time this person applies
     * @param browsers makes a browser without cookies
     */
    Journey(Person person, String key, Supplier<Browser> browsers) {
        this.person = person;
        this.key = key;
        this.browsers = browsers;
    }

    /** What came out for the applicant. */
    enum Answer {
        APPROVED,
        DECLINED,
        REFERRED
    }

    /**
     * How it ended.
     *
     * @param application the application's id
     * @param questions how many questions the pages asked in this run
     * @param decisionMillis from the last answer to the decision's page, -1 when the decision fell in an earlier run
     */
    record End(int row, String application, Answer answer, int questions, long decisionMillis) {}

    /** The connection or the session is gone; the journey can be taken up again. */
    static final class Interruption extends Exception {
        private static final long serialVersionUID = 1L;

        Interruption(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Goes on from wherever the person is.
     *
     * @throws Interruption when the server or the session went away: call again when the server is back
     */
    End goOn() throws Interruption {
        try (Browser browser = browsers.get()) {
            Page page = resumeLink == null ? begin(browser) : resume(browser, resumeLink);
            for (int seen = 0; seen < PAGES_MAX; seen++) {
                Matcher answer = ANSWER.matcher(page.path());
                if (answer.matches()) {
                    return finish(browser, page, answer.group(1));
                }
                if (!STEP.matcher(page.path()).matches()) {
                    throw lost(page, "a step or an answer");
                }
                page = step(browser, page);
            }
            throw new ReplayFailure("row " + person.row() + ": expected an answer within " + PAGES_MAX + " pages");
        } catch (IOException e) {
            throw new Interruption("the connection broke: " + e, e);
        }
    }

    private Page begin(Browser browser) throws IOException, Interruption {
        Page start = readable(browser.open("/"));
        Form form = Form.postingTo(start.content(), "/applications")
                .orElseThrow(() -> lost(start, "a form that begins an application"))
                .fillIn(person)
                .withKey(key);
        questions.addAll(form.questions());
        return accepted(start, browser.submit(form.action(), form.fields()));
    }

    private Page resume(Browser browser, String link) throws IOException, Interruption {
        Page page = readable(browser.open(link));
        Form form = Form.postingTo(page.content(), "/resume")
                .orElseThrow(() -> lost(page, "a form that asks for the code"));
        // The link has filled in the number and the code; the page's own values are what is sent.
        return accepted(page, browser.submit(form.action(), form.asShown().fields()));
    }

    private Page step(Browser browser, Page page) throws IOException, Interruption {
        Element link = page.content().selectFirst("a[href^=/resume?]");
        if (link != null) {
            resumeLink = link.attr("href");
        }
        Form form = Form.postingTo(page.content(), page.path())
                .orElseThrow(() -> lost(page, "a form that posts to its own address"))
                .fillIn(person);
        questions.addAll(form.questions());
        Page next = accepted(page, browser.submit(form.action(), form.fields()));
        if (ANSWER.matcher(next.path()).matches()) {
            decisionMillis = next.millis();
        }
        return next;
    }

    private End finish(Browser browser, Page page, String application) throws IOException, Interruption {
        Page answered = readable(page);
        Optional<Element> nearest = answered.content().select("section.offer").stream()
                .min(Comparator.comparingInt(offer -> Math.abs(months(offer) - person.monthsWanted())));
        if (nearest.isPresent()) {
            accept(browser, nearest.get());
            return end(application, Answer.APPROVED);
        }
        if (answered.content().selectFirst("main a[href^=/loans/]") != null) {
            return end(application, Answer.APPROVED);
        }
        return end(
                application,
                answered.content().selectFirst("section.turn") != null ? Answer.REFERRED : Answer.DECLINED);
    }

    private void accept(Browser browser, Element offer) throws IOException, Interruption {
        Element choose = offer.selectFirst("a[href*=offer=]");
        if (choose == null) {
            throw new ReplayFailure(
                    "row " + person.row() + ": expected an offer that can be chosen, came " + offer.text());
        }
        Page chosen = readable(browser.open(choose.attr("href")));
        Form form = Form.postingTo(chosen.content(), "/acceptance")
                .orElseThrow(() -> lost(chosen, "a form that accepts the offer"))
                .fillIn(person);
        Page loan = accepted(chosen, browser.submit(form.action(), form.fields()));
        if (!LOAN.matcher(loan.path()).matches()) {
            throw lost(loan, "the loan");
        }
    }

    private End end(String application, Answer answer) {
        return new End(person.row(), application, answer, questions.size(), decisionMillis);
    }

    private static int months(Element offer) {
        Element pill = offer.selectFirst(".pill");
        Matcher number = NUMBER.matcher(pill == null ? "" : pill.text());
        return number.find() ? Integer.parseInt(number.group()) : Integer.MAX_VALUE / 2;
    }

    private Page readable(Page page) throws Interruption {
        if (page.status() != 200) {
            throw lost(page, "a page");
        }
        return page;
    }

    /** The page after a submission; a form that comes back with errors is a failure that no repetition mends. */
    private Page accepted(Page before, Page after) throws Interruption {
        boolean cameBack = after.status() >= 400
                && after.status() < 500
                && Form.postingTo(after.content(), before.path()).isPresent();
        Element summary = after.content().selectFirst(".error-summary, [role=alert]");
        if (cameBack && summary != null) {
            throw new ReplayFailure(
                    "row " + person.row() + " at " + before.path() + ": the page refuses: " + summary.text());
        }
        return readable(after);
    }

    private Interruption lost(Page page, String expected) {
        return new Interruption(
                "row " + person.row() + ": expected " + expected + ", came " + page.path() + " with status "
                        + page.status(),
                null);
    }
}
