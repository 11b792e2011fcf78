package org.quanheng.app.loan.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Function;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Fault;
import org.quanheng.app.api.Refusal;

/** What happens to a form that was sent. */
final class Form {
    private Form() {}

    /**
     * Does what the form asks for and goes on to an address; if its input is faulty, the page that it came from shows it again.
     *
     * @param page makes that page with every fault
     */
    static String sent(Runnable act, String onTo, HttpServletResponse response, Function<List<Fault>, String> page) {
        try {
            act.run();
            return "redirect:" + onTo;
        } catch (Refusal refusal) {
            if (refusal.code() != ErrorCode.INPUT_FAULTY) {
                throw refusal;
            }
            response.setStatus(refusal.code().status());
            return page.apply(refusal.faults());
        }
    }
}
