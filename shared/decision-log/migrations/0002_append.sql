-- The decisions of a command as they were first answered: they stand in one run of positions.
CREATE FUNCTION decision_log.recorded(of_tenant text, first_position bigint, count integer) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, decision_log, pg_temp
AS $$
  SELECT jsonb_agg(jsonb_build_object('id', d.id, 'type', d.type, 'stream', d.stream, 'version', d.version, 'position', d.position,
                                      'occurredAt', iso(d.occurred_at), 'recordedAt', iso(d.recorded_at)) ORDER BY d.position)
  FROM decisions d WHERE d.tenant = of_tenant AND d.position >= first_position AND d.position < first_position + count
$$;

-- Appends the decisions of several commands of a tenant, in order, each command wholly or not at all, and answers each with one row, in order. What
-- moved since it was read comes back as a row, never as an exception, so that one command does not take down the others of its group.
--
-- `named` holds every stream that the group reads or writes; the appends refer to them by their place in it, from 1. Each element of `appends`:
--   command, hash (hex), occurredAt, retroactive
--   reads, versions   the streams that it wrote or consulted, and the version that each has to be at; null where any will do (a register)
--   writes            the stream of each decision, in order
--   decisions         [{id, type, shape, data, salt (hex), before, between, after}], where the last three are the canonical text of the envelope
--                     around what only this function knows:
--                     before ‖ incarnation ‖ between ‖ position ‖ ,"recordedAt":" ‖ recordedAt ‖ after ‖ version ‖ }
-- No command id may stand in a group twice.
--
-- Rows: {status: appended, position, recordedAt, versions} · {status: repeated, decisions} · {status: reused}
--       · {status: conflict, versions: of reads} · {status: out-of-order, stream, earliest, latest}
--
-- Versions are looked up once and kept in arrays, and all rows are written at the end: a group costs seven statements, however many commands it
-- holds.
CREATE FUNCTION decision_log.append(of_tenant text, named text[], appends jsonb) RETURNS SETOF jsonb
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, decision_log, pg_temp
-- Planned once a session. The plans may not hang on statistics, which a young or fast-growing log does not have: hence no sequential scans, and
-- LATERAL … LIMIT 1 below, which leaves the planner nothing but one look into the primary key.
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off
AS $$
#variable_conflict use_column
DECLARE
  -- How far ahead of this clock a process may be (beyond that it decides nothing). Within it a decision is recorded when it took effect, not before.
  leeway constant interval := '2 seconds';
  log tenants;
  start bigint;
  now timestamptz;
  present integer[];
  before integer[];
  last timestamptz[];
  firsts bigint[] := '{}';
  recorded_ats timestamptz[] := '{}';
  placed integer[] := '{}';
  asked record;
  refused jsonb;
  first bigint;
  place integer;
  written bigint;
BEGIN
  SELECT * INTO log FROM tenants t WHERE t.tenant = of_tenant FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    INSERT INTO tenants (tenant) VALUES (of_tenant) ON CONFLICT DO NOTHING;
    SELECT * INTO log FROM tenants t WHERE t.tenant = of_tenant FOR NO KEY UPDATE;
  END IF;
  start := log.head;
  now := clock();
  log.last_recorded_at := greatest(now, log.last_recorded_at);

  SELECT array_agg(coalesce(s.version, 0) ORDER BY n.place), array_agg(coalesce(s.last_occurred_at, '-infinity') ORDER BY n.place)
  INTO present, last
  FROM unnest(named) WITH ORDINALITY n (stream, place)
  LEFT JOIN LATERAL (SELECT * FROM streams f WHERE f.tenant = of_tenant AND f.stream = n.stream LIMIT 1) s ON true;
  before := present;

  FOR asked IN
    SELECT a.*, c.input_hash, c.first_position, c.decisions AS count
    FROM ROWS FROM (jsonb_to_recordset(appends)
      AS (command text, hash text, "occurredAt" timestamptz, retroactive boolean, reads integer[], versions integer[], writes integer[]))
      WITH ORDINALITY AS a (command, hash, occurred_at, retroactive, reads, versions, writes, n)
    LEFT JOIN LATERAL (SELECT * FROM commands f WHERE f.tenant = of_tenant AND f.id = a.command LIMIT 1) c ON true
    ORDER BY a.n
  LOOP
    refused := NULL;
    IF asked.input_hash = decode(asked.hash, 'hex') THEN
      refused := jsonb_build_object('status', 'repeated', 'decisions', recorded(of_tenant, asked.first_position, asked.count));
    ELSIF asked.input_hash IS NOT NULL THEN
      refused := '{"status": "reused"}';
    ELSE
      FOR i IN 1 .. cardinality(asked.reads) LOOP
        IF asked.versions[i] IS NOT NULL AND asked.versions[i] IS DISTINCT FROM present[asked.reads[i]] THEN
          refused := jsonb_build_object('status', 'conflict', 'versions', (SELECT jsonb_agg(present[r.place] ORDER BY r.n)
                                                                           FROM unnest(asked.reads) WITH ORDINALITY r (place, n)));
          EXIT;
        END IF;
      END LOOP;
    END IF;
    IF refused IS NULL THEN
      FOR i IN 1 .. cardinality(asked.reads) LOOP
        place := asked.reads[i];
        IF place = ANY (asked.writes) AND (asked.occurred_at > greatest(now + leeway, log.last_recorded_at)
            OR asked.occurred_at < last[place] AND asked.versions[i] IS NOT NULL AND NOT asked.retroactive) THEN
          refused := jsonb_build_object('status', 'out-of-order', 'stream', place, 'earliest', iso(greatest(last[place], '0001-01-01T00:00:00Z')),
                                        'latest', iso(log.last_recorded_at));
          EXIT;
        END IF;
      END LOOP;
    END IF;
    IF refused IS NOT NULL THEN
      firsts := firsts || NULL::bigint;
      recorded_ats := recorded_ats || NULL::timestamptz;
      RETURN NEXT refused;
      CONTINUE;
    END IF;

    IF NOT asked.writes <@ asked.reads THEN
      RAISE EXCEPTION 'Command % writes a stream without saying which version it expects.', asked.command USING ERRCODE = 'invalid_parameter_value';
    END IF;
    log.last_recorded_at := greatest(log.last_recorded_at, asked.occurred_at);
    first := log.head + 1;
    FOREACH place IN ARRAY asked.writes LOOP
      log.head := log.head + 1;
      present[place] := present[place] + 1;
      last[place] := greatest(last[place], asked.occurred_at);
      placed := placed || present[place];
    END LOOP;
    firsts := firsts || first;
    recorded_ats := recorded_ats || log.last_recorded_at;
    RETURN NEXT jsonb_build_object('status', 'appended', 'position', first, 'recordedAt', iso(log.last_recorded_at),
                                   'versions', to_jsonb(placed[first - start : log.head - start]));
  END LOOP;
  IF log.head = start THEN RETURN; END IF;

  INSERT INTO decisions (tenant, position, stream, version, id, type, shape_version, command_id, occurred_at, recorded_at, envelope, data, salt)
  SELECT of_tenant, p.position, named[a.writes[d.n]], placed[p.position - start], d.id, d.type, d.shape, a.command, a.occurred_at, recorded_ats[a.n],
         concat(d.before, log.incarnation, d.between, p.position,
                ',"recordedAt":"', iso(recorded_ats[a.n]), d.after, placed[p.position - start], '}'),
         d.data, decode(d.salt, 'hex')
  FROM ROWS FROM (jsonb_to_recordset(appends) AS (command text, "occurredAt" timestamptz, writes integer[], decisions jsonb))
      WITH ORDINALITY AS a (command, occurred_at, writes, decisions, n)
    CROSS JOIN LATERAL ROWS FROM (jsonb_to_recordset(a.decisions)
      AS (id uuid, type text, shape integer, data text, salt text, before text, "between" text, after text))
      WITH ORDINALITY AS d (id, type, shape, data, salt, before, "between", after, n)
    CROSS JOIN LATERAL (SELECT firsts[a.n] + d.n - 1) p (position)
  WHERE firsts[a.n] IS NOT NULL;
  GET DIAGNOSTICS written = ROW_COUNT;
  IF written <> log.head - start THEN
    RAISE EXCEPTION '% decisions were announced and % given.', log.head - start, written USING ERRCODE = 'invalid_parameter_value';
  END IF;

  INSERT INTO commands (tenant, id, input_hash, first_position, decisions)
  SELECT of_tenant, a.command, decode(a.hash, 'hex'), firsts[a.n], cardinality(a.writes)
  FROM ROWS FROM (jsonb_to_recordset(appends) AS (command text, hash text, writes integer[])) WITH ORDINALITY AS a (command, hash, writes, n)
  WHERE firsts[a.n] IS NOT NULL;

  INSERT INTO streams AS s (tenant, stream, version, last_occurred_at)
  SELECT of_tenant, n.stream, n.version, n.last
  FROM unnest(named, present, before, last) n (stream, version, before, last) WHERE n.version > n.before
  ON CONFLICT (tenant, stream) DO UPDATE SET version = excluded.version, last_occurred_at = excluded.last_occurred_at;

  UPDATE tenants t SET head = log.head, last_recorded_at = log.last_recorded_at WHERE t.tenant = of_tenant;
END $$;
