-- What no single subject can see: changed in the transaction of the command that changes it, and all but request_hash
-- and the rows that brought no event can be rebuilt from the events. Holds no personal data: identifiers only as keyed
-- hashes, the key being in a file of its own.

-- kind subject: key and owner are the subject's key; spell: key is the spell's id; identifier: key is the hash.
create table lookup_owner (
    kind  character varying(20)  not null,
    id    character varying(220) not null,
    owner character varying(220) not null,
    primary key (kind, id)
);
create index lookup_owner_by_owner on lookup_owner (owner);

-- What an institution belongs to (parent) or goes on as (merger), from a day on; no target: none.
create table lookup_relation (
    institution character varying(220) not null,
    relation    character varying(10)  not null,
    since       character varying(20)  not null, -- ISO day; of a merger, as written; empty: from the beginning
    target      character varying(220),
    primary key (institution, relation, since)
);

create table lookup_command (
    id             character varying(200) not null primary key,
    request_hash   character varying(64), -- absent where the request is not known: bulk work, or after a rebuild
    first_position bigint                 not null,
    last_position  bigint                 not null
);

create table lookup_row (
    fingerprint character varying(200) not null primary key
);

-- The last event that the tables above cover, and what tells whether the key is the one they were made with.
create table lookup_head (
    only     integer not null primary key check (only = 1),
    position bigint  not null,
    key_mark character varying(64)
);
insert into lookup_head values (1, 0, null);
