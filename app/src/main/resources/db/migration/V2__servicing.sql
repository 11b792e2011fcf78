-- Servicing: what happened to each loan is a list of events that only grows. State, schedule and postings follow from it by replay.

-- the events: number 1 is the disbursement; the place in the list is also the version of the loan ------------------------------
create table loan_event (
    loan_id      uuid        not null references loan,
    number       int         not null check (number > 0),
    kind         text        not null check (kind in ('DISBURSED', 'REPAID', 'REPAID_EARLY', 'EXTENDED', 'REVERSED')),
    counts_from  date        not null,
    amount_minor bigint      check (amount_minor > 0),
    excess       text        check (excess in ('NEXT_INSTALMENTS', 'FEWER_INSTALMENTS', 'SMALLER_INSTALMENTS')),
    periods      int         check (periods between 1 and 600),
    reverses     int,
    reference    text        check (reference ~ '^[A-Za-z0-9][A-Za-z0-9./-]{3,39}$'),
    recorded_by  text        not null check (recorded_by <> ''),
    recorded_at  timestamptz not null,
    primary key (loan_id, number),
    foreign key (loan_id, reverses) references loan_event (loan_id, number),
    check ((number = 1) = (kind = 'DISBURSED')),
    check ((amount_minor is not null) = (kind in ('DISBURSED', 'REPAID', 'REPAID_EARLY'))),
    check ((reference is not null) = (kind in ('REPAID', 'REPAID_EARLY'))),
    check ((excess is not null) = (kind = 'REPAID_EARLY')),
    check ((periods is not null) = (kind = 'EXTENDED')),
    check ((reverses is not null) = (kind = 'REVERSED')),
    check (reverses < number)
);
-- money that came in once is recorded once, and undone once
create unique index loan_event_payment_once on loan_event (reference);
create unique index loan_event_reversed_once on loan_event (loan_id, reverses);
create trigger loan_event_append_only before update or delete on loan_event for each row execute function refuse_change();

-- a loan of before: its contract tells its first event
insert into loan_event (loan_id, number, kind, counts_from, amount_minor, recorded_by, recorded_at)
select id, 1, 'DISBURSED', disbursed_on, principal_minor, 'system', opened_at from loan;

-- where a loan stands in the two lists that are asked for by day; both follow from the events, and the ledger's check compares them
alter table loan
    add column first_unpaid_due date,
    add column booked_to        date;
update loan set
    booked_to = disbursed_on,
    first_unpaid_due = (select min(due_on) from instalment
                        where loan_id = loan.id and principal_minor + interest_minor > 0);
alter table loan alter column booked_to set not null;
create index loan_by_first_unpaid_due on loan (first_unpaid_due, id) where first_unpaid_due is not null;
create index loan_to_be_booked on loan (booked_to, id) where first_unpaid_due is not null;

-- postings: which event they were booked for, if any (time books interest by itself), and which posting they undo ----------------
alter table ledger_entry
    add column event_number int,
    add column reverses     uuid,
    add foreign key (loan_id, event_number) references loan_event (loan_id, number);
create unique index ledger_entry_reversed_once on ledger_entry (reverses, account) where reverses is not null;

-- what a borrower asks for: an extension needs an officer who proposes it and somebody else who approves it ----------------------
create table loan_request (
    id           uuid primary key,
    loan_id      uuid        not null references loan,
    kind         text        not null check (kind in ('EARLY_REPAYMENT', 'EXTENSION')),
    amount_minor bigint      check (amount_minor > 0),
    excess       text        check (excess in ('FEWER_INSTALMENTS', 'SMALLER_INSTALMENTS')),
    planned_on   date,
    periods      int         check (periods between 1 and 600),
    reason       text        check (reason in ('INCOME', 'ILLNESS', 'FAMILY', 'OTHER')),
    state        text        not null check (state in ('ASKED', 'PROPOSED', 'DONE', 'REFUSED', 'WITHDRAWN')),
    version      int         not null default 0,
    asked_at     timestamptz not null,
    proposed_by  uuid        references account,
    decided_by   uuid        references account,
    refusal      text        check (refusal in ('BACKLOG', 'REPEATED', 'TOO_LONG', 'OTHER')),
    closed_at    timestamptz,
    event_number int,
    foreign key (loan_id, event_number) references loan_event (loan_id, number),
    check ((kind = 'EARLY_REPAYMENT') = (amount_minor is not null)),
    check ((amount_minor is null) = (excess is null)),
    check ((amount_minor is null) = (planned_on is null)),
    check ((kind = 'EXTENSION') = (periods is not null)),
    check ((periods is null) = (reason is null)),
    check ((state = 'REFUSED') = (refusal is not null)),
    check ((state in ('ASKED', 'PROPOSED')) = (closed_at is null)),
    check ((state = 'DONE') = (event_number is not null)),
    check (state <> 'PROPOSED' or (kind = 'EXTENSION' and proposed_by is not null)),
    check (state <> 'DONE' or kind <> 'EXTENSION' or (proposed_by is not null and decided_by is not null)),
    check (proposed_by <> decided_by)
);
create unique index loan_request_one_open on loan_request (loan_id, kind) where closed_at is null;
create index loan_request_waiting on loan_request (asked_at) where closed_at is null;
