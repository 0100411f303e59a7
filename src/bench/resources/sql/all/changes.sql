with touched as (
  select researcher from version where known_from > :earlier and known_from <= :later
  union
  select researcher from version where known_to > :earlier and known_to <= :later),
stood as (
  select min(known_from) as since,
         min(case when start_day <= :to and :to < end_day and known_from <= :earlier and known_to > :earlier
                  then precedence end) as one,
         min(case when start_day <= :to and :to < end_day and known_from <= :later and known_to > :later
                  then precedence end) as other
    from version
   where researcher in (select researcher from touched)
   group by researcher)
select case when since > :earlier then 1 else 0 end, s.country, t.country, count(*)
  from stood
  left join seat s on s.institution = ((one >> 5) & 32767) and s.from_day <= :to and :to < s.to_day
  left join seat t on t.institution = ((other >> 5) & 32767) and t.from_day <= :to and :to < t.to_day
 where since > :earlier or s.country is distinct from t.country
 group by 1, 2, 3
