package org.quanheng.trials.lender;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** One applicant's way from the first page to the answer and the loan, taken up again after every interruption. */
public final class Walk {
    private static final Pattern STEP = Pattern.compile("/applications/([^/]+)/steps/([^/]+)");
    private static final Pattern ANSWER = Pattern.compile("/applications/([^/]+)/answer");
    private static final Pattern LOAN = Pattern.compile("/loans/([^/]+)");
    private static final int PAGES_MAX = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final URI server;
    private final Applicant applicant;
    private final String key;
    private final Acknowledged acknowledged;
    private @Nullable String resumeLink;
    private @Nullable String application;

    /** A walk under an idempotency key; what the server acknowledges is noted. */
    public Walk(URI server, Applicant applicant, String key, Acknowledged acknowledged) {
        this.server = server;
        this.applicant = applicant;
        this.key = key;
        this.acknowledged = acknowledged;
    }

    private static final class Interrupted extends Exception {
        private static final long serialVersionUID = 1L;

        Interrupted(String message) {
            super(message);
        }
    }

    /** Walks to the end, however often the server or its database goes away. */
    public void walk() throws InterruptedException {
        String last = "";
        for (long until = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < until; ) {
            try (Web web = new Web(server, applicant.row() % 2 == 0 ? "zh-CN" : "en")) {
                goOn(web);
                return;
            } catch (IOException | Interrupted e) {
                last = String.valueOf(e.getMessage());
                Thread.sleep(200);
            }
        }
        throw new IllegalStateException("row " + applicant.row() + ": the journey cannot go on: " + last);
    }

    private void goOn(Web web) throws IOException, InterruptedException, Interrupted {
        Web.Reply page = resumeLink == null ? begin(web) : resume(web, resumeLink);
        for (int seen = 0; seen < PAGES_MAX; seen++) {
            Matcher step = STEP.matcher(page.path());
            if (!step.matches()) {
                finish(web, page);
                return;
            }
            noteResumeLink(page);
            Form form = Form.of(page, page.path(), applicant);
            page = expected(web.submit(form.action(), form.fields()));
            acknowledged.add(Acknowledged.Kind.SAVED, step.group(1), step.group(2));
        }
        throw new IllegalStateException("row " + applicant.row() + ": no answer within " + PAGES_MAX + " pages");
    }

    private Web.Reply begin(Web web) throws IOException, InterruptedException, Interrupted {
        Form form = Form.of(expected(web.open("/")), "/applications", applicant).withKey(key);
        Web.Reply page = expected(web.submit(form.action(), form.fields()));
        Matcher step = STEP.matcher(page.path());
        if (!step.matches()) {
            throw new IllegalStateException("row " + applicant.row() + ": expected a step, came " + page.path());
        }
        if (application == null) {
            application = step.group(1);
            acknowledged.add(Acknowledged.Kind.BEGUN, application, key);
        }
        noteResumeLink(page);
        return page;
    }

    private void noteResumeLink(Web.Reply page) {
        Element link = page.page().selectFirst("a[href^=/resume?]");
        if (link != null) {
            resumeLink = link.attr("href");
        }
    }

    private Web.Reply resume(Web web, String link) throws IOException, InterruptedException, Interrupted {
        Form form = Form.of(expected(web.open(link)), "/resume", applicant);
        return expected(web.submit(form.action(), form.fields()));
    }

    private void finish(Web web, Web.Reply page) throws IOException, InterruptedException, Interrupted {
        Matcher answer = ANSWER.matcher(page.path());
        if (!answer.matches()) {
            throw new IllegalStateException("row " + applicant.row() + ": expected an answer, came " + page.path());
        }
        acknowledged.add(Acknowledged.Kind.DECIDED, answer.group(1), "");
        Element choose = page.page().selectFirst("a[href*=offer=]");
        Element loan = page.page().selectFirst("main a[href^=/loans/]");
        if (loan != null) {
            acknowledged.add(
                    Acknowledged.Kind.LENT, answer.group(1), loan.attr("href").split("[/?#]", -1)[2]);
        } else if (choose != null) {
            Form form =
                    Form.of(expected(web.open(choose.attr("href").replaceAll("#.*", ""))), "/acceptance", applicant);
            Matcher lent = LOAN.matcher(
                    expected(web.submit(form.action(), form.fields())).path());
            if (!lent.matches()) {
                throw new Interrupted("expected the loan, came another page");
            }
            acknowledged.add(Acknowledged.Kind.LENT, answer.group(1), lent.group(1));
        }
    }

    /** A page that was served; anything else is an interruption, after which the journey is taken up again. */
    private static Web.Reply expected(Web.Reply reply) throws Interrupted {
        boolean sentAway =
                reply.path().equals("/resume") && reply.page().selectFirst("input[name=code][value~=.+]") == null;
        if (reply.status() != 200 || sentAway) {
            throw new Interrupted("expected a page, came " + reply.status() + " at " + reply.path());
        }
        return reply;
    }
}
