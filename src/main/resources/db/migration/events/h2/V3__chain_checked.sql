-- Up to where every event was looked at by a start of the program or as it was appended; see dev.sojourn.store.CheckedMark.
create table chain_checked (
    only     integer               not null primary key check (only = 1),
    position bigint                not null,
    hash     character varying(64) not null
);
insert into chain_checked values (1, 0, '');

-- How many rows the look-ups had when the ledger was last opened or closed in order, at which position: a start compares.
alter table lookup_head add column counted_position bigint default -1 not null;
alter table lookup_head add column counts character varying(100) default '' not null;
