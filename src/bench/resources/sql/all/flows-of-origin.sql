with stood as ( -- only rows that cover either day; who has none is counted at the end
  select min(case when start_day <= :from and :from < end_day then precedence end) as one,
         min(case when start_day <= :to and :to < end_day then precedence end) as other
    from version
   where known_from <= :position and known_to > :position
     and ((start_day <= :from and :from < end_day) or (start_day <= :to and :to < end_day))
     and researcher in (select id from researcher where origin = :origin)
   group by researcher),
counted as materialized (
  select s.country as one, t.country as other, count(*) as people
    from stood
    left join seat s on s.institution = ((one >> 5) & 32767) and s.from_day <= :from and :from < s.to_day
    left join seat t on t.institution = ((other >> 5) & 32767) and t.from_day <= :to and :to < t.to_day
   group by s.country, t.country)
select one, other, people from counted
union all
select null, null, (select count(*) from researcher where registered <= :position and origin = :origin) - (select coalesce(sum(people), 0) from counted)
