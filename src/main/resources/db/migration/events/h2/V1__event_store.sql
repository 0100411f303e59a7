-- The ledger. Rows are appended, never changed; position is given by the program, last + 1, since an identity column
-- would skip values after a rollback. The hash is described at dev.sojourn.store.HashChain.
create table event (
    position     bigint                     not null primary key,
    event_id     character varying(36)      not null,
    subject      character varying(220)     not null, -- kind:id, for example cohort:neurips-2019
    sequence     bigint                     not null, -- 0, 1, 2 within the subject
    subject_type character varying(20)      not null,
    recorded     character varying(24)      not null, -- 2025-12-01T09:30:00.000Z, so that text order is time order
    type         character varying(100)     not null,
    revision     character varying(20)      not null,
    payload      character varying(1048576) not null, -- JSON; inline, never a large object
    metadata     character varying(10000)   not null, -- JSON: actor, commandId, import, row, undoes
    hash         character varying(64)      not null,
    constraint event_order_in_subject unique (subject, sequence)
);

-- Where the chain ends, written in the transaction of each append: tells at the next start if the end was cut off.
create table chain_head (
    only     integer               not null primary key check (only = 1),
    position bigint                not null,
    recorded character varying(24),
    hash     character varying(64) not null
);
insert into chain_head values (1, 0, null, '');

-- Axon's engine asks for snapshots of aggregates before it reads their events. None are taken.
create table snapshot (
    event_id     character varying(36)      not null,
    subject      character varying(220)     not null,
    sequence     bigint                     not null,
    subject_type character varying(20)      not null,
    recorded     character varying(24)      not null,
    type         character varying(100)     not null,
    revision     character varying(20)      not null,
    payload      character varying(1048576) not null,
    metadata     character varying(10000)   not null,
    primary key (subject, sequence)
);
