-- A new plan for all that is owed, at another rate if that is agreed: an event of a loan, and a change that is asked for with what the
-- borrower can pay a month, set in its terms by the officer who puts it forward, and decided by somebody else.
alter table loan_event
    drop constraint loan_event_kind_check,
    drop constraint loan_event_periods,
    add column annual_rate numeric check (annual_rate >= 0),
    add constraint loan_event_kind_check
        check (kind in ('DISBURSED', 'REPAID', 'REPAID_EARLY', 'REFUNDED', 'EXTENDED', 'HOLIDAY_GRANTED', 'RESCHEDULED', 'REVERSED')),
    add constraint loan_event_periods
        check ((periods is not null) = (kind in ('EXTENDED', 'HOLIDAY_GRANTED', 'RESCHEDULED'))),
    add constraint loan_event_annual_rate
        check (annual_rate is null or kind = 'RESCHEDULED');

alter table loan_request
    drop constraint loan_request_kind_check,
    drop constraint loan_request_periods,
    drop constraint loan_request_check,
    drop constraint loan_request_check1,
    drop constraint loan_request_check2,
    add column annual_rate numeric check (annual_rate >= 0),
    add constraint loan_request_kind_check
        check (kind in ('EARLY_REPAYMENT', 'EXTENSION', 'HOLIDAY', 'RESTRUCTURING')),
    add constraint loan_request_periods
        check ((kind in ('EXTENSION', 'HOLIDAY', 'RESTRUCTURING')) = (periods is not null)),
    add constraint loan_request_amount
        check ((kind in ('EARLY_REPAYMENT', 'RESTRUCTURING')) = (amount_minor is not null)),
    add constraint loan_request_excess
        check ((kind = 'EARLY_REPAYMENT') = (excess is not null)),
    add constraint loan_request_planned_on
        check ((kind = 'EARLY_REPAYMENT') = (planned_on is not null)),
    add constraint loan_request_annual_rate
        check (annual_rate is null or kind = 'RESTRUCTURING');
alter table loan_request
    drop constraint loan_request_refusal_check,
    add constraint loan_request_refusal_check
        check (refusal in ('BACKLOG', 'REPEATED', 'TOO_LONG', 'NOT_KEPT', 'OTHER'));
