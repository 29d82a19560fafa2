-- Who follows the log, and how far each has come with each tenant. A tenant without a row is followed from its first decision.
CREATE TABLE decision_log.subscriptions (
  name text COLLATE "C" PRIMARY KEY,
  started_at timestamptz(3) NOT NULL
);

CREATE TABLE decision_log.checkpoints (
  name text COLLATE "C" NOT NULL REFERENCES decision_log.subscriptions,
  tenant text COLLATE "C" NOT NULL,
  position bigint NOT NULL CHECK (position >= 0),
  PRIMARY KEY (name, tenant)
) WITH (fillfactor = 50);

CREATE FUNCTION decision_log.leader_lock(of_name text) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT pg_catalog.hashtextextended('decision_log subscription ' || of_name, 0) $$;

-- Takes the lead of a subscription for this session, if nobody has it. The lead ends with the session.
CREATE FUNCTION decision_log.lead(of_name text, at_end boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, decision_log, pg_temp
AS $$ BEGIN
  IF NOT pg_try_advisory_lock(leader_lock(of_name)) THEN RETURN false; END IF;
  INSERT INTO subscriptions (name, started_at) VALUES (of_name, clock()) ON CONFLICT DO NOTHING;
  IF FOUND AND at_end THEN
    INSERT INTO checkpoints (name, tenant, position) SELECT of_name, tenant, head FROM tenants;
  END IF;
  RETURN true;
END $$;

-- Moves a checkpoint on, unless somebody moved it meanwhile (a rewind); says whether it did. Only the session that leads may.
CREATE FUNCTION decision_log.checkpoint(of_name text, of_tenant text, seen bigint, reached bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, decision_log, pg_temp
AS $$
DECLARE
  lock_key constant bigint := leader_lock(of_name);
BEGIN
  PERFORM FROM pg_locks l
  WHERE l.locktype = 'advisory' AND l.pid = pg_backend_pid() AND l.granted AND l.objsubid = 1
    AND l.classid::bigint = (lock_key >> 32) & 4294967295 AND l.objid::bigint = lock_key & 4294967295;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'This session does not lead the subscription %.', of_name USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF reached < seen OR reached > coalesce((SELECT t.head FROM tenants t WHERE t.tenant = of_tenant), 0) THEN
    RAISE EXCEPTION 'Subscription % of tenant % cannot move from % to %.', of_name, of_tenant, seen, reached;
  END IF;
  INSERT INTO checkpoints AS c (name, tenant, position) VALUES (of_name, of_tenant, reached)
  ON CONFLICT (name, tenant) DO UPDATE SET position = excluded.position WHERE c.position = seen;
  RETURN FOUND;
END $$;

-- Moves a checkpoint back, so that what hangs on it is fed again from there; says whether it stood there or later.
CREATE FUNCTION decision_log.rewind(of_name text, of_tenant text, back_to bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, decision_log, pg_temp
AS $$ BEGIN
  UPDATE checkpoints c SET position = back_to WHERE c.name = of_name AND c.tenant = of_tenant AND c.position >= back_to;
  RETURN FOUND OR back_to = 0;
END $$;
