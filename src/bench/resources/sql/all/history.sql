select i.name, v.start_day, v.end_day, v.known_from, v.known_to
  from version v
  join institution i on i.id = v.institution
 where v.researcher = :person
 order by v.known_from
