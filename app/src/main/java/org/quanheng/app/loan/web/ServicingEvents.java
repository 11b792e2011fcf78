package org.quanheng.app.loan.web;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Accounts;
import org.quanheng.app.access.Role;
import org.quanheng.app.access.StaffMember;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.loan.Loan;
import org.quanheng.app.loan.RecordedEvent;
import org.quanheng.app.page.Page;
import org.quanheng.lending.account.Excess;
import org.quanheng.lending.account.LoanEvent;

/** The events of a loan as the staff see them. */
final class ServicingEvents {
    /** Stands where a name is not known. */
    private static final String NOBODY = "–";

    private ServicingEvents() {}

    /** Everything recorded, the newest first; who approves can undo what somebody else recorded. */
    static List<ServicingView.Event> of(Loan loan, Page page, StaffMember member, Accounts accounts) {
        Map<String, String> names = new HashMap<>();
        for (RecordedEvent recorded : loan.events()) {
            names.computeIfAbsent(
                    recorded.recordedBy(), by -> accounts.nameOf(by).orElse(page.t("loan_event.by_system")));
        }
        return loan.events().stream()
                .map(recorded -> event(loan, recorded, names.getOrDefault(recorded.recordedBy(), NOBODY), member))
                .toList()
                .reversed();
    }

    private static ServicingView.Event event(Loan loan, RecordedEvent recorded, String recordedBy, StaffMember member) {
        LoanEvent event = recorded.event();
        boolean reversed = loan.isReversed(recorded.number());
        boolean may =
                member.role() == Role.HEAD_OF_LENDING && !recorded.recordedBy().equals("account:" + member.id());
        boolean reversible = recorded.number() > 1 && !(event instanceof LoanEvent.Reversed) && !reversed;
        return new ServicingView.Event(
                recorded.number(),
                kind(event),
                event.date(),
                amount(event),
                event instanceof LoanEvent.RepaidEarly early ? LoanInputs.code(early.excess()) : null,
                count(event),
                event instanceof LoanEvent.Reversed undoing ? Integer.valueOf(undoing.reverses()) : null,
                recorded.reference(),
                recordedBy,
                recorded.recordedAt(),
                may && reversible,
                reversed);
    }

    private static String kind(LoanEvent event) {
        return switch (event) {
            case LoanEvent.Disbursed _ -> "disbursed";
            case LoanEvent.Repaid _ -> "repaid";
            case LoanEvent.RepaidEarly early -> early.excess() == Excess.HELD ? "repaid" : "repaid_early";
            case LoanEvent.Refunded _ -> "refunded";
            case LoanEvent.WrittenOff _ -> "written_off";
            case LoanEvent.Recovered _ -> "recovered";
            case LoanEvent.Extended _ -> "extended";
            case LoanEvent.HolidayGranted _ -> "holiday_granted";
            case LoanEvent.Rescheduled _ -> "rescheduled";
            case LoanEvent.Reversed _ -> "reversed";
            default -> throw new Refusal(ErrorCode.NOT_FOUND, "no page shows the event " + event.id());
        };
    }

    private static @Nullable Integer count(LoanEvent event) {
        return switch (event) {
            case LoanEvent.Extended extended -> extended.periods();
            case LoanEvent.HolidayGranted holiday -> holiday.instalments();
            case LoanEvent.Rescheduled plan -> plan.instalments();
            default -> null;
        };
    }

    private static @Nullable BigDecimal amount(LoanEvent event) {
        return switch (event) {
            case LoanEvent.Disbursed paidOut -> paidOut.amount().amount();
            case LoanEvent.Repaid repaid -> repaid.amount().amount();
            case LoanEvent.RepaidEarly early -> early.amount().amount();
            case LoanEvent.Refunded refunded -> refunded.amount().amount();
            case LoanEvent.Recovered recovered -> recovered.amount().amount();
            default -> null;
        };
    }
}
