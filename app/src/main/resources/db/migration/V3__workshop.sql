-- The model workshop: tables of data as imported, trainings as jobs, bins set by hand, and who made which model the champion.

-- data: the file as it came, unpacked to UTF-8, packed again and encrypted; the card says what its columns are ---------------------
create table data_set (
    id           uuid primary key,
    name         text        not null check (length(name) between 1 and 80),
    file_name    text        not null check (length(file_name) between 1 and 200),
    content      bytea       not null,
    sha256       text        not null check (length(sha256) = 64),
    row_count    int         not null check (row_count > 0),
    column_count int         not null check (column_count > 0),
    card         text        not null,
    version      int         not null default 0,
    imported_by  text        not null,
    imported_at  timestamptz not null
);
create index data_set_by_time on data_set (imported_at desc);

-- training: a job whose state is here; whoever runs it says every few seconds that it is alive --------------------------------------
create table training (
    id            uuid primary key,
    number        bigint generated always as identity unique,
    data_set_id   uuid             not null references data_set,
    name          text             not null check (length(name) between 1 and 80),
    recipe        text             not null,
    state         text             not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'INTERRUPTED')),
    done_share    double precision not null default 0 check (done_share between 0 and 1),
    cancel_wanted boolean          not null default false,
    asked_by      text             not null,
    asked_at      timestamptz      not null,
    started_at    timestamptz,
    alive_at      timestamptz,
    ended_at      timestamptz,
    scorecard     text,
    fault         text,
    check ((state = 'DONE') = (scorecard is not null)),
    check ((state = 'FAILED') = (fault is not null)),
    check ((state in ('WAITING', 'RUNNING')) = (ended_at is null)),
    check (state <> 'RUNNING' or (started_at is not null and alive_at is not null))
);
create index training_by_data_set on training (data_set_id);
create index training_open on training (state) where state in ('WAITING', 'RUNNING');

-- bins that a person has set on top of a training, to be tried at once and trained with later ---------------------------------------
create table bins_by_hand (
    training_id uuid        not null references training,
    fact        text        not null,
    bins        text        not null,
    set_by      text        not null,
    set_at      timestamptz not null,
    primary key (training_id, fact)
);

-- model: which book of loans it is for, where it comes from, and what a person says of it ---------------------------------------------
alter table model add column book text;
alter table model add column name text;
alter table model add column training_id uuid unique references training;
alter table model add column about text;
update model set book = id, name = id,
    about = '{"purpose":"–","limits":["–"],"source":"–","from":"1970-01-01","to":"1970-01-01","bad":"–"}';
alter table model alter column about set not null;
alter table model alter column book set not null;
alter table model alter column name set not null;
create index model_by_book on model (book, registered_at desc);

-- champion: one person proposes, another signs; what was decided stays ----------------------------------------------------------------
create table champion_proposal (
    id          uuid primary key,
    model_id    text        not null references model,
    book        text        not null,
    reason      text        not null check (length(reason) between 1 and 2000),
    proposed_by text        not null,
    proposed_at timestamptz not null,
    verdict     text check (verdict in ('SIGNED', 'REFUSED')),
    decided_by  text,
    decided_at  timestamptz,
    note        text,
    check (decided_by <> proposed_by),
    check ((verdict is null) = (decided_by is null) and (verdict is null) = (decided_at is null))
);
create unique index champion_proposal_one_open on champion_proposal (book) where verdict is null;
create index champion_proposal_by_book on champion_proposal (book, decided_at desc);

create function refuse_second_verdict() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.verdict is not null then
        raise exception 'champion_proposal % was decided and stays: % refused', old.id, tg_op using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger champion_proposal_decided_once before update or delete on champion_proposal
    for each row execute function refuse_second_verdict();
