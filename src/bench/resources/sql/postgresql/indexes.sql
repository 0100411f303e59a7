create index version_researcher on version (researcher, known_from);
create index version_known_from on version (known_from) include (researcher);
create index version_known_to on version (known_to) include (researcher);
create index researcher_origin on researcher (origin);
vacuum analyze;
checkpoint
