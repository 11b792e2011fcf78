package org.quanheng.cli.golden;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.BusinessDayAdjustment;
import com.opengamma.strata.basics.date.BusinessDayConventions;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import java.time.LocalDate;
import java.util.Map;
import org.quanheng.lending.calendar.BusinessDayRule;
import org.quanheng.lending.calendar.HolidayCalendar;

/** Lends one of our calendars to OpenGamma Strata, under a name that only this package uses. */
final class StrataCalendar implements com.opengamma.strata.basics.date.HolidayCalendar {
    private static final HolidayCalendarId ID = HolidayCalendarId.of("Quanheng");

    private final HolidayCalendar calendar;

    StrataCalendar(HolidayCalendar calendar) {
        this.calendar = calendar;
    }

    ReferenceData referenceData() {
        return ReferenceData.of(Map.of(ID, this));
    }

    static BusinessDayAdjustment adjustment(BusinessDayRule rule) {
        return switch (rule) {
            case NO_ADJUST -> BusinessDayAdjustment.NONE;
            case FOLLOWING -> BusinessDayAdjustment.of(BusinessDayConventions.FOLLOWING, ID);
            case MODIFIED_FOLLOWING -> BusinessDayAdjustment.of(BusinessDayConventions.MODIFIED_FOLLOWING, ID);
            case MODIFIED_FOLLOWING_BI_MONTHLY ->
                BusinessDayAdjustment.of(BusinessDayConventions.MODIFIED_FOLLOWING_BI_MONTHLY, ID);
            case PRECEDING -> BusinessDayAdjustment.of(BusinessDayConventions.PRECEDING, ID);
            case MODIFIED_PRECEDING -> BusinessDayAdjustment.of(BusinessDayConventions.MODIFIED_PRECEDING, ID);
            case NEAREST -> BusinessDayAdjustment.of(BusinessDayConventions.NEAREST, ID);
        };
    }

    @Override
    public boolean isHoliday(LocalDate date) {
        return !calendar.isBusinessDay(date);
    }

    @Override
    public HolidayCalendarId getId() {
        return ID;
    }
}
