package org.quanheng.app.model.web;

import java.util.List;
import org.quanheng.app.model.web.Forms.Wrong;
import org.quanheng.app.page.Page;
import org.quanheng.fault.Fault;

/** What the scoring library finds wrong, in the reader's language. */
final class FaultWords {
    private FaultWords() {}

    /** Faults in the reader's words. */
    static List<Wrong> of(List<Fault> faults, Page page) {
        return faults.stream()
                .map(fault -> new Wrong(
                        page.say(fault.where()),
                        page.say(fault.expected()),
                        page.say(fault.came()),
                        page.say(fault.maybe())))
                .toList();
    }
}
