package org.quanheng.lending.account;

import java.util.Comparator;

/** The order in which events take effect: by day, and of one day as {@link LoanEvent} lists them. */
final class EventOrder {
    static final Comparator<LoanEvent> BY_DAY_AND_KIND =
            Comparator.comparing(LoanEvent::date).thenComparingInt(EventOrder::rank);

    private EventOrder() {}

    /** The place among the events of one day, from 0. */
    static int rank(LoanEvent event) {
        return switch (event) {
            case LoanEvent.Disbursed _ -> 0;
            case LoanEvent.RateReset _ -> 1;
            case LoanEvent.PartnerShared _ -> 2;
            case LoanEvent.FeeCharged _ -> 3;
            case LoanEvent.PenaltyCharged _ -> 4;
            case LoanEvent.Extended _ -> 5;
            case LoanEvent.Rescheduled _ -> 6;
            case LoanEvent.HolidayGranted _ -> 7;
            case LoanEvent.Repaid _, LoanEvent.RepaidEarly _, LoanEvent.Refunded _ -> 8;
            case LoanEvent.WrittenOff _ -> 9;
            case LoanEvent.Recovered _ -> 10;
            case LoanEvent.Reversed _ -> 11;
        };
    }
}
