select i.name, s.country, v.start_day
  from version v
  join institution i on i.id = v.institution
  join seat s on s.institution = v.institution and s.from_day <= :to and :to < s.to_day
 where v.researcher = :person and v.start_day <= :to and :to < v.end_day and v.known_to = 2147483647
 order by v.precedence
 limit 1
