-- Balance: a policy may carry a plan of evidence; a change of it is proposed by one person and signed by another.

-- people of whom everything is known, by whom a plan of evidence judges what an answer may change; never changed, no personal data
create table evidence_people (
    sha256   text primary key check (length(sha256) = 64),
    document text not null
);
create trigger evidence_people_append_only before update or delete on evidence_people for each row execute function refuse_change();

alter table policy_version
    add column evidence text,
    add column people_sha256 text references evidence_people,
    add column proposed_by text,
    add constraint policy_version_evidence_whole check ((evidence is null) = (people_sha256 is null)),
    add constraint policy_version_four_eyes check (proposed_by <> published_by);

-- a proposal ends once: signed, and then it has become a version, or refused; never by the one who made it
create table policy_proposal (
    id            uuid primary key,
    base_version  text        not null references policy_version,
    evidence      text        not null,
    effect        text        not null,
    reason        text        not null check (length(btrim(reason)) between 1 and 1000),
    proposed_by   text        not null check (proposed_by <> ''),
    proposed_at   timestamptz not null,
    ended_by      text,
    ended_at      timestamptz,
    became        text unique references policy_version,
    constraint policy_proposal_four_eyes check (ended_by <> proposed_by),
    check ((ended_by is null) = (ended_at is null)),
    check (became is null or ended_by is not null)
);
create index policy_proposal_by_time on policy_proposal (proposed_at);
create index policy_proposal_open on policy_proposal (proposed_at) where ended_by is null;

-- chance chooses some applicants to be asked everything, so that estimates stay unbiased
alter table application add column ask_everything boolean not null default false;
