create table researcher (
  id integer primary key,
  registered integer not null, -- position
  origin integer -- country, null if not known
);
create table institution (
  id integer primary key, -- in the order of ids as texts
  name text not null,
  university integer not null
);
create table seat ( -- where the headquarters are, from a day until before another
  institution integer not null,
  from_day integer not null,
  to_day integer not null,
  country integer not null,
  primary key (institution, from_day)
) without rowid;
create table version ( -- of a spell; kept in the order of people, so that grouping by them needs no sorting
  researcher integer not null,
  spell integer not null,
  institution integer not null,
  precedence integer not null, -- the least of those that cover a day decides; (precedence >> 5) & 32767 is its institution
  start_day integer not null,
  end_day integer not null,
  known_from integer not null,
  known_to integer not null,
  primary key (researcher, known_from)
) without rowid;
