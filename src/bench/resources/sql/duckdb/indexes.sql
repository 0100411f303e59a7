create index version_researcher on version (researcher);
analyze;
checkpoint
