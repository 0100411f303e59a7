create table researcher (
  id integer primary key,
  registered integer not null, -- position
  origin smallint -- country, null if not known
);
create table institution (
  id integer primary key, -- in the order of ids as texts
  name varchar not null,
  university smallint not null
);
create table seat ( -- where the headquarters are, from a day until before another
  institution integer not null,
  from_day integer not null,
  to_day integer not null,
  country smallint not null,
  primary key (institution, from_day)
);
create table version ( -- of a spell: believed from a position until before another
  researcher integer not null,
  spell smallint not null,
  institution integer not null,
  precedence bigint not null, -- the least of those that cover a day decides; (precedence >> 5) & 32767 is its institution
  start_day integer not null,
  end_day integer not null,
  known_from integer not null,
  known_to integer not null
);
