with stood as ( -- only rows that cover the day; who has none is counted at the end
  select researcher, min(precedence) as one
    from version
   where known_from <= :position and known_to > :position and start_day <= :from and :from < end_day
   group by researcher),
counted as materialized (
  select r.origin, s.country, count(*) as people
    from stood
    join researcher r on r.id = stood.researcher
    left join seat s on s.institution = ((one >> 5) & 32767) and s.from_day <= :from and :from < s.to_day
   group by r.origin, s.country)
select origin, country, people from counted
union all
select null, null, (select count(*) from researcher where registered <= :position) - (select coalesce(sum(people), 0) from counted)
