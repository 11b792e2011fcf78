-- What was kept before has the shape of its day. A group of a calibration knows now how many rows its weights stand for, which
-- without weights is as many as it has; and what was found wrong with a training's data is kept as phrases with their arguments
-- apart, which for a sentence already put together is the sentence and none.
update model set figures = jsonb_set(figures::jsonb, '{calibration,reliability}', (
    select coalesce(jsonb_agg(jsonb_build_object('effectiveRows', entry -> 'rows') || entry order by place), '[]'::jsonb)
    from jsonb_array_elements(figures::jsonb #> '{calibration,reliability}') with ordinality as old (entry, place)))::text;

update training set fault = (
    select jsonb_agg((
        select jsonb_object_agg(name, case jsonb_typeof(said)
            when 'string' then jsonb_build_object('pattern', said, 'arguments', '[]'::jsonb)
            else said end)
        from jsonb_each(entry) as field (name, said)) order by place)
    from jsonb_array_elements(fault::jsonb) with ordinality as old (entry, place))::text
where fault is not null;
