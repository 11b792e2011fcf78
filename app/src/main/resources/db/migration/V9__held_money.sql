-- Money that comes before it is due: a contract says whether it is held until something falls due, or counts towards the next instalments, as
-- those of before agreed. What is held follows from the events, and the ledger's check compares it.
alter table loan
    add column excess     text   not null default 'NEXT_INSTALMENTS' check (excess in ('HELD', 'NEXT_INSTALMENTS')),
    add column held_minor bigint not null default 0 check (held_minor >= 0);
alter table loan
    alter column excess     drop default,
    alter column held_minor drop default;
create index loan_to_be_returned on loan (id) where first_unpaid_due is null and held_minor > 0;

-- Money that is held goes back by an event of its own, under the bank's reference of that transfer.
alter table loan_event
    drop constraint loan_event_kind_check,
    drop constraint loan_event_excess_check,
    drop constraint loan_event_check1,
    drop constraint loan_event_check2,
    add constraint loan_event_kind_check
        check (kind in ('DISBURSED', 'REPAID', 'REPAID_EARLY', 'REFUNDED', 'EXTENDED', 'REVERSED')),
    add constraint loan_event_excess_check
        check (excess in ('HELD', 'NEXT_INSTALMENTS', 'FEWER_INSTALMENTS', 'SMALLER_INSTALMENTS')),
    add constraint loan_event_amount
        check ((amount_minor is not null) = (kind in ('DISBURSED', 'REPAID', 'REPAID_EARLY', 'REFUNDED'))),
    add constraint loan_event_reference
        check ((reference is not null) = (kind in ('REPAID', 'REPAID_EARLY', 'REFUNDED')));
