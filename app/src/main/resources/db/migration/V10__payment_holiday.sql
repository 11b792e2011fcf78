-- Instalments that are left out for a time: an event of a loan, and a change that is asked for and takes two people as an extension does.
alter table loan_event
    drop constraint loan_event_kind_check,
    drop constraint loan_event_check4,
    add constraint loan_event_kind_check
        check (kind in ('DISBURSED', 'REPAID', 'REPAID_EARLY', 'REFUNDED', 'EXTENDED', 'HOLIDAY_GRANTED', 'REVERSED')),
    add constraint loan_event_periods
        check ((periods is not null) = (kind in ('EXTENDED', 'HOLIDAY_GRANTED')));

alter table loan_request
    drop constraint loan_request_kind_check,
    drop constraint loan_request_check3,
    drop constraint loan_request_check8,
    drop constraint loan_request_check9,
    add constraint loan_request_kind_check
        check (kind in ('EARLY_REPAYMENT', 'EXTENSION', 'HOLIDAY')),
    add constraint loan_request_periods
        check ((kind in ('EXTENSION', 'HOLIDAY')) = (periods is not null)),
    add constraint loan_request_put_forward
        check (state <> 'PROPOSED' or (kind <> 'EARLY_REPAYMENT' and proposed_by is not null)),
    add constraint loan_request_takes_two
        check (state <> 'DONE' or kind = 'EARLY_REPAYMENT' or (proposed_by is not null and decided_by is not null));
