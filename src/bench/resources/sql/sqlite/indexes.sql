create index version_known_from on version (known_from);
create index version_known_to on version (known_to);
create index researcher_origin on researcher (origin);
analyze
