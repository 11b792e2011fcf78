-- An officer takes back what they put forward: a borrower's request waits again as it was asked for, a write-off is withdrawn.
alter table loan_request add column asked_periods int check (asked_periods between 1 and 600);
update loan_request set asked_periods = periods;
alter table loan_request
    drop constraint loan_request_write_off_by_staff,
    add constraint loan_request_asked_periods
        check ((asked_periods is null) = (periods is null)),
    add constraint loan_request_waits_as_asked
        check (state <> 'ASKED' or (proposed_by is null and annual_rate is null and periods is not distinct from asked_periods)),
    add constraint loan_request_withdrawn_undecided
        check (state <> 'WITHDRAWN' or decided_by is null),
    add constraint loan_request_write_off_by_staff
        check (kind <> 'WRITE_OFF' or (proposed_by is not null and state <> 'ASKED'));
