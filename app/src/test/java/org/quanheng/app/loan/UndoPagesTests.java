package org.quanheng.app.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quanheng.app.Visitor;

/** What the staff undo or take back, seen before it is done. */
class UndoPagesTests extends LoanVisits {
    private final LoanFixtures f = new LoanFixtures();

    @Test
    void anEventIsUndoneAsPreviewed() throws Exception {
        Loan loan = f.pay(f.open("1169.00", 2), f.today, LoanFixtures.dm("300.00"), null);
        String address = "/servicing/" + loan.id();
        Visitor head = staff("HEAD_OF_LENDING");
        assertThat(head.get(address).body()).contains(address + "?undo=2#undo").doesNotContain(address + "/reversals");
        assertThat(staff("OFFICER").get(address + "?undo=2").body()).doesNotContain("id=\"undo\"");

        Visitor.Reply preview = head.get(address + "?undo=2&lang=en");

        assertThat(preview.body()).contains("Undo number 2: what it would do", "Once undone", "Days past due");
        assertThat(head.get(address + "?undo=2&lang=zh").body()).contains("试算冲正第 2 条", "冲正后");
        assertThat(head.get(address + "?undo=1&lang=en").body()).contains("id=\"errors\"");
        assertThat(head.post(
                                address + "/reversals",
                                Map.of("event", "2", "version", "2", "idempotency_key", key(preview)))
                        .location())
                .endsWith(address);
        assertThat(refusal(head.get(address + "?undo=2").body())).isNotBlank();
        assertThat(f.again(loan.id()).account().state(f.today))
                .isEqualTo(f.open("1169.00", 2).account().state(f.today));
    }

    @Test
    void aWriteOffIsTakenBackOrUndone() throws Exception {
        Loan loan = f.open("1169.00", 0);
        String address = "/servicing/" + loan.id();
        Deciding deciding = lender.part(Deciding.class);
        Visitor officer = staff("OFFICER");
        Visitor.Reply form = officer.get(address + "?write_off=yes&lang=en");
        officer.post(
                address + "/write-offs", Map.of("version", "1", "ground", "insolvent", "idempotency_key", key(form)));
        Visitor.Reply page = officer.get(address);
        assertThat(page.body()).contains("Take back", "the loan goes on as it is");
        Matcher request = Pattern.compile("name=\"request\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(request.find()).isTrue();
        assertThat(officer.post(
                                address + "/proposals/withdrawal",
                                Map.of(
                                        "request",
                                        request.group(1),
                                        "request_version",
                                        "0",
                                        "idempotency_key",
                                        key(page)))
                        .location())
                .endsWith(address);
        LoanRequests requests = lender.part(LoanRequests.class);
        assertThat(requests.of(loan.id()).getFirst().state()).isEqualTo(LoanRequest.State.WITHDRAWN);

        deciding.writeOff(f.key("lost"), loan.id(), 1, LoanChange.Ground.DECEASED, f.officer);
        deciding.approve(f.key("approve"), requests.of(loan.id()).getFirst(), 0, 1, f.today, f.head);

        assertThat(officer.get(address + "?lang=en").body())
                .contains("Written off on", "neither interest nor penalty is added")
                .doesNotContain("Not overdue", "Last payment", "Overdue principal bears");
        assertThat(staff("HEAD_OF_LENDING").get(address).body())
                .as("who approved it does not undo it")
                .doesNotContain("?undo=2");
        assertThat(staff("HEAD_OF_LENDING").get(address + "?undo=2&lang=en").body())
                .contains("Once undone", "Written off, still owed", "name=\"event\" value=\"2\"");
    }
}
