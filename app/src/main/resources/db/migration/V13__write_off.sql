-- A loan that is given up as lost: what is owed leaves the books and stays owed. It is put forward by an officer, never asked for by a
-- borrower, and decided by somebody else; what comes in later is recorded as a recovery, under the bank's reference like a payment.
alter table loan_event
    drop constraint loan_event_kind_check,
    drop constraint loan_event_amount,
    drop constraint loan_event_reference,
    add constraint loan_event_kind_check
        check (kind in ('DISBURSED', 'REPAID', 'REPAID_EARLY', 'REFUNDED', 'EXTENDED', 'HOLIDAY_GRANTED', 'RESCHEDULED', 'WRITTEN_OFF',
                        'RECOVERED', 'REVERSED')),
    add constraint loan_event_amount
        check ((amount_minor is not null) = (kind in ('DISBURSED', 'REPAID', 'REPAID_EARLY', 'REFUNDED', 'RECOVERED'))),
    add constraint loan_event_reference
        check ((reference is not null) = (kind in ('REPAID', 'REPAID_EARLY', 'REFUNDED', 'RECOVERED')));

-- What was written off and has not come back. It follows from the events, and the ledger's check compares it.
alter table loan add column lost_minor bigint not null default 0 check (lost_minor >= 0);
alter table loan alter column lost_minor drop default;
create index loan_written_off on loan (id) where lost_minor > 0;

alter table loan_request
    drop constraint loan_request_kind_check,
    drop constraint loan_request_check4,
    drop constraint loan_request_reason_check,
    drop constraint loan_request_refusal_check,
    add constraint loan_request_kind_check
        check (kind in ('EARLY_REPAYMENT', 'EXTENSION', 'HOLIDAY', 'RESTRUCTURING', 'WRITE_OFF')),
    add constraint loan_request_reason
        check (case kind
                   when 'EARLY_REPAYMENT' then reason is null
                   when 'WRITE_OFF' then reason is not null and reason in ('UNCOLLECTED', 'INSOLVENT', 'DECEASED')
                   else reason is not null and reason in ('INCOME', 'ILLNESS', 'FAMILY', 'OTHER') end),
    add constraint loan_request_refusal_check
        check (refusal in ('BACKLOG', 'REPEATED', 'TOO_LONG', 'NOT_KEPT', 'COLLECTABLE', 'OTHER')),
    add constraint loan_request_write_off_by_staff
        check (kind <> 'WRITE_OFF' or (proposed_by is not null and state in ('PROPOSED', 'DONE', 'REFUSED')));
