-- Which event an entry books, so that a statement can name the payment. event_number says which event was recorded when it was booked:
-- a payment that is recorded late makes the entries of others be booked anew. Interest is of no event: time alone earns it.
alter table ledger_entry add column of_event int;

-- An entry of before whose payment has no equal on its day is of that payment; of the others nobody can say any more, and they stay null.
alter table ledger_entry disable trigger ledger_entry_append_only;
update ledger_entry set of_event = 1 where event = 'DISBURSEMENT';
with paid as (
    select loan_id, counts_from, amount_minor, min(number) as number
    from loan_event where kind in ('REPAID', 'REPAID_EARLY')
    group by loan_id, counts_from, amount_minor having count(*) = 1),
entry as (
    select posting_id, loan_id, booked_on, abs(amount_minor) as amount_minor
    from ledger_entry where event = 'REPAYMENT' and account = 'CASH')
update ledger_entry l set of_event = p.number
from entry e join paid p on p.loan_id = e.loan_id and p.counts_from = e.booked_on and p.amount_minor = e.amount_minor
where l.posting_id = e.posting_id;
alter table ledger_entry enable trigger ledger_entry_append_only;

alter table ledger_entry add foreign key (loan_id, of_event) references loan_event (loan_id, number);
