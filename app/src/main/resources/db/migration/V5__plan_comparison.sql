-- The same people asked everything and asked by the plan, as found by whoever knows everything of them; one for each policy, never changed.
create table plan_comparison (
    policy_version text primary key references policy_version,
    document       text        not null,
    found_at       timestamptz not null
);
create index plan_comparison_by_time on plan_comparison (found_at);
create trigger plan_comparison_append_only before update or delete on plan_comparison for each row execute function refuse_change();
