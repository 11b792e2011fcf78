package org.quanheng.trials.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;

/** The gate of the exchange rate in a real browser: one person pulls the handle and proposes, a second signs. */
public final class Gate {
    private static final double FOR_THE_FRONTIER_MILLIS = 120_000;
    private static final String PROPOSER = "head-of-lending";
    private static final String SIGNER = "risk-analyst";

    private final URI server;
    private final Map<String, String> signIns;
    private final String language;

    /** A server's gate, and who signs in with which password. */
    public Gate(URI server, Map<String, String> signIns, String language) {
        this.server = server;
        this.signIns = signIns;
        this.language = language;
    }

    /** The head of lending opens the board and waits until the frontier is worked out. */
    public Page board(Chrome.Window window) {
        Page page = signedIn(window, PROPOSER);
        page.navigate(server.resolve("/board").toString());
        page.locator("#rate").waitFor(new Locator.WaitForOptions().setTimeout(FOR_THE_FRONTIER_MILLIS));
        return page;
    }

    /** The stop of the handle that is as far to the right as it goes: minutes are dear. */
    int lastStop(Page board) {
        return Integer.parseInt(String.valueOf(board.locator("#rate").getAttribute("max")));
    }

    /** The stop at which the live policy is. */
    int liveStop(Page board) {
        return Integer.parseInt(String.valueOf(board.locator("#rate").getAttribute("value")));
    }

    /** Pulls the handle; what the board shows moves with it. */
    void pull(Page board, int stop) {
        String before = board.locator("#balance-view .figure").allInnerTexts().toString();
        board.locator("#rate").fill(Integer.toString(stop));
        board.locator("#balance-view input[name=rate][value='" + stop + "']")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        if (board.locator("#balance-view .figure").allInnerTexts().toString().equals(before)) {
            throw new IllegalStateException("expected figures that move with the handle, they stayed at " + before);
        }
    }

    /** Makes what the board shows a proposal; returns its address. */
    String propose(Page board, String reason) {
        board.locator("#f-reason").fill(reason);
        board.locator("button[name=propose]").click();
        board.waitForURL(Pattern.compile(".*/proposals/[0-9a-f-]{36}"));
        if (board.locator("button[name=sign]").count() > 0) {
            throw new IllegalStateException("expected that the proposer cannot sign, there is a button");
        }
        return board.url();
    }

    /** A second person reads the proposal and signs it. */
    Page sign(Chrome.Window window, String proposal) {
        Page page = signedIn(window, SIGNER);
        page.navigate(proposal);
        page.locator("button[name=sign]").click();
        page.locator(".pill.experience").waitFor();
        return page;
    }

    private Page signedIn(Chrome.Window window, String login) {
        Page page = window.page();
        page.navigate(server.resolve("/sign-in?lang=" + language).toString());
        page.locator("#f-username").fill(login);
        page.locator("#f-password").fill(String.valueOf(signIns.get(login)));
        page.locator("button[name=sign_in]").click();
        page.waitForLoadState();
        return page;
    }
}
