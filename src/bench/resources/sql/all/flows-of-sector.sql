with stood as (
  select min(case when start_day <= :from and :from < end_day then precedence end) as one,
         min(case when start_day <= :to and :to < end_day then precedence end) as other
    from version
   where known_from <= :position and known_to > :position
     and ((start_day <= :from and :from < end_day) or (start_day <= :to and :to < end_day))
   group by researcher)
select s.country, t.country, count(*)
  from stood
  join institution i on i.id = ((one >> 5) & 32767) and i.university = 1
  join seat s on s.institution = i.id and s.from_day <= :from and :from < s.to_day
  left join seat t on t.institution = ((other >> 5) & 32767) and t.from_day <= :to and :to < t.to_day
 group by s.country, t.country
