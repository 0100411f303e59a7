-- How many keys of personal data there were when an event needed a new one: fewer in the file of keys means that it is
-- not the right one.
create table personal_key (
    only integer not null primary key check (only = 1),
    made bigint  not null
);
insert into personal_key values (1, 0);

-- Whose erasure is recorded, so that one cut short is completed at the next start.
create table erasure (
    subject  character varying(220) not null primary key,
    position bigint                 not null
);
