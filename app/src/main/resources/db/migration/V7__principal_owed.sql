-- What is owed of a loan's principal stands beside its place in the lists, so that a portfolio is summed over its loans and not
-- over its history. It follows from the ledger, and the ledger's check compares them.
alter table loan add column principal_owed_minor bigint check (principal_owed_minor between 0 and principal_minor);
update loan set principal_owed_minor = (select coalesce(sum(amount_minor), 0) from ledger_entry
                                        where loan_id = loan.id and account = 'PRINCIPAL_RECEIVABLE');
alter table loan alter column principal_owed_minor set not null;
