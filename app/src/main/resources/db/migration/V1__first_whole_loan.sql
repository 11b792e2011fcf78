-- The first whole loan: who may act, who applied, what was decided and why, what was paid out, and the proof of it all.
-- Money is whole minor units (bigint) beside its currency. Personal data is ciphertext. Invariants are constraints as well as code.

-- audit: one record for every act; linked into a hash chain in commit order by the sealer ------------------------------------
create table audit_record (
    id      bigint generated always as identity primary key,
    txid    xid8        not null default pg_current_xact_id(),
    at      timestamptz not null,
    actor   text        not null check (actor <> ''),
    act     text        not null check (act <> ''),
    subject text        not null check (subject <> ''),
    detail  text        not null
);
create index audit_record_in_commit_order on audit_record (txid, id);
create index audit_record_by_subject on audit_record (subject, id);

create table audit_link (
    sequence  bigint primary key check (sequence > 0),
    record_id bigint not null unique references audit_record,
    txid      xid8   not null,
    hash      bytea  not null check (octet_length(hash) = 32)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
create trigger audit_record_append_only before update or delete on audit_record for each row execute function refuse_change();
create trigger audit_link_append_only before update or delete on audit_link for each row execute function refuse_change();

-- one row for every write that was acknowledged: the same key gives the same result, never a second act ----------------------
create table performed_act (
    scope          text        not null,
    key            text        not null check (length(key) between 8 and 100),
    request_sha256 bytea       not null check (octet_length(request_sha256) = 32),
    subject        uuid        not null,
    at             timestamptz not null,
    primary key (scope, key)
);

-- access --------------------------------------------------------------------------------------------------------------------
create table account (
    id            uuid primary key,
    login         text        not null unique check (login = lower(login) and length(login) between 3 and 60),
    password_hash text        not null,
    role          text        not null check (role in ('OFFICER', 'UNDERWRITER', 'RISK_ANALYST', 'HEAD_OF_LENDING', 'AUDITOR', 'ADMINISTRATOR')),
    display_name  text        not null,
    created_at    timestamptz not null
);

-- customer: name, phone and birth date only as ciphertext --------------------------------------------------------------------
create table customer (
    id         uuid primary key,
    personal   bytea       not null,
    version    int         not null default 0,
    created_at timestamptz not null
);

-- product, model, policy: published versions are never changed ---------------------------------------------------------------
create table product_version (
    id           text        not null,
    version      int         not null check (version > 0),
    document     text        not null,
    published_by text        not null,
    published_at timestamptz not null,
    primary key (id, version)
);
create table model (
    id            text primary key,
    document      text        not null,
    figures       text        not null,
    sha256        text        not null check (length(sha256) = 64),
    registered_by text        not null,
    registered_at timestamptz not null
);
create table policy_version (
    version      text primary key,
    model_id     text        not null references model,
    document     text        not null,
    eligibility  text        not null,
    sha256       text        not null check (length(sha256) = 64),
    live         boolean     not null,
    published_by text        not null,
    published_at timestamptz not null
);
create unique index policy_version_one_live on policy_version (live) where live;

-- loan: knows nothing of applications, so a bought or migrated book works ------------------------------------------------------
create table loan (
    id               uuid primary key,
    number           bigint generated always as identity unique,
    customer_id      uuid        not null references customer,
    product_id       text        not null,
    product_version  int         not null,
    currency         text        not null check (length(currency) = 3),
    principal_minor  bigint      not null check (principal_minor > 0),
    annual_rate      numeric     not null check (annual_rate >= 0),
    annual_cost      numeric     not null,
    months           int         not null check (months > 0),
    repayment_method text        not null,
    disbursed_on     date        not null,
    opened_at        timestamptz not null,
    foreign key (product_id, product_version) references product_version (id, version)
);
create index loan_by_customer on loan (customer_id);
create table instalment (
    loan_id         uuid   not null references loan,
    number          int    not null check (number > 0),
    due_on          date   not null,
    principal_minor bigint not null check (principal_minor >= 0),
    interest_minor  bigint not null check (interest_minor >= 0),
    balance_minor   bigint not null check (balance_minor >= 0),
    primary key (loan_id, number)
);
create table ledger_entry (
    id           bigint generated always as identity primary key,
    posting_id   uuid        not null,
    loan_id      uuid        not null references loan,
    event        text        not null,
    account      text        not null,
    currency     text        not null,
    amount_minor bigint      not null check (amount_minor <> 0),
    booked_on    date        not null,
    at           timestamptz not null
);
create index ledger_entry_by_posting on ledger_entry (posting_id);
create index ledger_entry_by_loan on ledger_entry (loan_id, id);
create trigger ledger_entry_append_only before update or delete on ledger_entry for each row execute function refuse_change();

create function posting_sums_to_zero() returns trigger language plpgsql as $$
declare
    off text;
begin
    select currency || ' ' || sum(amount_minor) into off
    from ledger_entry where posting_id = new.posting_id group by currency having sum(amount_minor) <> 0;
    if found then
        raise exception 'posting % does not sum to zero: %', new.posting_id, off using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger ledger_entry_sums_to_zero after insert on ledger_entry
    deferrable initially deferred for each row execute function posting_sums_to_zero();

create function schedule_repays_principal() returns trigger language plpgsql as $$
declare
    scheduled bigint;
    agreed    bigint;
begin
    select sum(principal_minor) into scheduled from instalment where loan_id = new.id;
    select principal_minor into agreed from loan where id = new.id;
    if scheduled is distinct from agreed then
        raise exception 'schedule of loan % repays % minor units of principal, expected %', new.id, scheduled, agreed
            using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger loan_schedule_repays_principal after insert on loan
    deferrable initially deferred for each row execute function schedule_repays_principal();

-- application ----------------------------------------------------------------------------------------------------------------
create table application (
    id              uuid primary key,
    number          bigint generated always as identity unique,
    customer_id     uuid        not null references customer,
    product_id      text        not null,
    product_version int         not null,
    channel         text        not null check (channel in ('WEB', 'API')),
    language        text        not null check (language in ('ZH', 'EN')),
    state           text        not null check (state in ('DRAFT', 'OFFERED', 'DECLINED', 'REFERRED', 'ACCEPTED')),
    answers         text        not null,
    step            text        not null,
    version         int         not null default 0,
    started_at      timestamptz not null,
    submitted_at    timestamptz,
    decided_at      timestamptz,
    promised_at     timestamptz,
    loan_id         uuid unique references loan,
    foreign key (product_id, product_version) references product_version (id, version),
    check ((state = 'DRAFT') = (submitted_at is null)),
    check ((state = 'ACCEPTED') = (loan_id is not null)),
    check ((state = 'REFERRED') = (promised_at is not null))
);
create index application_by_customer on application (customer_id);
create index application_waiting on application (promised_at) where state = 'REFERRED';

-- decision: every answer given, with the receipt that anyone can recompute -----------------------------------------------------
create table decision (
    id             uuid primary key,
    application_id uuid        not null references application,
    sequence       int         not null check (sequence > 0),
    maker          text        not null check (maker <> ''),
    outcome        text        not null check (outcome in ('APPROVE', 'DECLINE', 'REFER')),
    pd             numeric     not null check (pd between 0 and 1),
    policy_version text        not null references policy_version,
    receipt        text        not null,
    receipt_sha256 text        not null check (length(receipt_sha256) = 64),
    note           text,
    at             timestamptz not null,
    unique (application_id, sequence)
);
create index decision_by_time on decision (at);
create trigger decision_append_only before update or delete on decision for each row execute function refuse_change();

create table outcome (
    application_id uuid primary key references application,
    bad            boolean     not null,
    source         text        not null,
    recorded_at    timestamptz not null
);

-- journey: what happened and whose turn it was; it is also the outbox, read in commit order by subscribers ----------------------
create table journey_event (
    id             uuid primary key,
    position       bigint generated always as identity,
    txid           xid8        not null default pg_current_xact_id(),
    application_id uuid        not null,
    person_id      uuid        not null,
    at             timestamptz not null,
    type           text        not null,
    actor          text        not null check (actor in ('CUSTOMER', 'STAFF', 'SYSTEM', 'THIRD_PARTY', 'ASSISTANT')),
    channel        text        not null,
    device         text        not null,
    step           text,
    step_version   int,
    court          text        not null check (court in ('BANK', 'CUSTOMER', 'THIRD_PARTY')),
    detail         text        not null,
    arms           text        not null,
    risk_band      text
);
create index journey_event_in_commit_order on journey_event (txid, position);
create index journey_event_by_application on journey_event (application_id, position);
create trigger journey_event_append_only before update or delete on journey_event for each row execute function refuse_change();

create table journey_cursor (
    subscriber text primary key,
    txid       xid8   not null,
    position   bigint not null
);

-- board: what the journey feed has told so far, one row for each step of each application ----------------------------------------
create table board_step (
    application_id uuid        not null,
    step           text        not null,
    first_shown_at timestamptz not null,
    submitted_at   timestamptz,
    times_shown    int         not null,
    active_millis  bigint      not null,
    faults         int         not null,
    primary key (application_id, step)
);
create index board_step_by_step on board_step (step);
