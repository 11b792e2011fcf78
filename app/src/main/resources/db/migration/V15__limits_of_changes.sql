-- How far the plan of a loan can be changed later, as the policy said when it was signed: the most instalments of a payment holiday and of a
-- restructuring. Loans of before keep what held for all.
alter table loan
    add column holiday_instalments_max       int not null default 6   check (holiday_instalments_max between 1 and 600),
    add column restructuring_instalments_max int not null default 120 check (restructuring_instalments_max between 1 and 600);
alter table loan
    alter column holiday_instalments_max       drop default,
    alter column restructuring_instalments_max drop default;
