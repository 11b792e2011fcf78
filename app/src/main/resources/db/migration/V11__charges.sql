-- What a loan costs besides its interest, as its contract says: penalty interest on top of the rate, and fees with who receives them. Loans of
-- before have neither.
alter table loan
    add column penalty_multiple   numeric not null default 0 check (penalty_multiple between 0 and 5),
    add column penalty_grace_days int     not null default 0 check (penalty_grace_days between 0 and 365);
alter table loan
    alter column penalty_multiple   drop default,
    alter column penalty_grace_days drop default;

create table loan_fee (
    loan_id      uuid   not null references loan,
    number       int    not null check (number > 0),
    kind         text   not null check (kind in ('service', 'guarantee', 'insurance', 'appraisal')),
    payee        text   not null check (payee <> ''),
    charged      text   not null check (charged in ('UP_FRONT', 'EACH_INSTALMENT', 'EACH_INSTALMENT_ON_BALANCE')),
    amount_minor bigint check (amount_minor >= 0),
    percent      numeric check (percent between 0 and 100),
    primary key (loan_id, number),
    check ((amount_minor is null) <> (percent is null))
);
create trigger loan_fee_append_only before update or delete on loan_fee for each row execute function refuse_change();

-- The agreed schedule says what of each instalment is fees.
alter table instalment add column fees_minor bigint not null default 0 check (fees_minor >= 0);
alter table instalment alter column fees_minor drop default;
