-- The seal: the Merkle tree over each tenant's log, and the checkpoints of it that were signed and published. Nothing here is ever changed or removed,
-- save alarms, which say how things are now. What is published cannot be taken back: it is kept with the log, and checkpoints outside this database too.

-- One life of a tenant's log, under the name that its checkpoints carry.
CREATE TABLE seal.logs (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant text COLLATE "C" NOT NULL,
  incarnation text COLLATE "C" NOT NULL,
  origin text COLLATE "C" NOT NULL UNIQUE,
  UNIQUE (tenant, incarnation)
);

-- Tiles that are full: 256 hashes of 32 bytes.
CREATE TABLE seal.tiles (
  log integer NOT NULL REFERENCES seal.logs,
  level smallint NOT NULL,
  index bigint NOT NULL,
  hashes bytea NOT NULL CHECK (octet_length(hashes) = 8192),
  PRIMARY KEY (log, level, index)
);
ALTER TABLE seal.tiles ALTER hashes SET STORAGE EXTERNAL; -- hashes do not compress

-- What was added to a tile that was not full, from the place `first` in it. Put together they are the tile as it grew.
CREATE TABLE seal.fragments (
  log integer NOT NULL REFERENCES seal.logs,
  level smallint NOT NULL,
  index bigint NOT NULL,
  first smallint NOT NULL CHECK (first BETWEEN 0 AND 255),
  hashes bytea NOT NULL CHECK (octet_length(hashes) > 0 AND octet_length(hashes) % 32 = 0 AND first * 32 + octet_length(hashes) <= 8192),
  PRIMARY KEY (log, level, index, first)
);

CREATE TABLE seal.checkpoints (
  log integer NOT NULL REFERENCES seal.logs,
  size bigint NOT NULL CHECK (size > 0),
  root bytea NOT NULL CHECK (octet_length(root) = 32),
  note text COLLATE "C" NOT NULL,
  signed_at timestamptz(3) NOT NULL,
  PRIMARY KEY (log, size)
);

-- The public keys of a log. Each but the first is vouched for by the one before.
CREATE TABLE seal.keys (
  log integer NOT NULL REFERENCES seal.logs,
  key text COLLATE "C" NOT NULL,
  -- Trees of more leaves than this are signed by it.
  above bigint NOT NULL CHECK (above >= 0),
  statement text COLLATE "C",
  PRIMARY KEY (log, key)
);

-- What witnesses signed of a checkpoint, and the time stamps that it got (RFC 3161).
CREATE TABLE seal.cosignatures (
  log integer NOT NULL,
  size bigint NOT NULL,
  line text COLLATE "C" NOT NULL,
  PRIMARY KEY (log, size, line),
  FOREIGN KEY (log, size) REFERENCES seal.checkpoints
);
CREATE TABLE seal.time_stamps (
  log integer NOT NULL,
  size bigint NOT NULL,
  provider text COLLATE "C" NOT NULL,
  token bytea NOT NULL,
  stamped_at timestamptz(3) NOT NULL,
  PRIMARY KEY (log, size, provider),
  FOREIGN KEY (log, size) REFERENCES seal.checkpoints
);

-- Tenants that are not sealed any more, and why.
CREATE TABLE seal.alarms (
  tenant text COLLATE "C" PRIMARY KEY,
  reason text NOT NULL,
  since timestamptz(3) NOT NULL
);

CREATE FUNCTION seal.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$ BEGIN
  RAISE EXCEPTION 'What is sealed stays: % on % is refused.', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['logs', 'tiles', 'fragments', 'checkpoints', 'keys', 'cosignatures', 'time_stamps'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON seal.%I FOR EACH STATEMENT EXECUTE FUNCTION seal.refuse_change()', name);
  END LOOP;
END $$;

-- The log of a tenant's life, made when it is first sealed.
CREATE FUNCTION seal.open_log(of_tenant text, of_incarnation text, under text) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, seal, pg_temp
AS $$
  INSERT INTO logs (tenant, incarnation, origin) VALUES (of_tenant, of_incarnation, under) ON CONFLICT (tenant, incarnation) DO NOTHING;
  SELECT id FROM logs WHERE tenant = of_tenant AND incarnation = of_incarnation;
$$;

-- Adds to the tree what has grown since it had `seen` leaves, and the checkpoint of what it is now, wholly or not at all. Answers false where the tree has
-- not that size: somebody else has sealed meanwhile. `grown` holds one element a tile: {level, index, first, hashes (hex)}.
CREATE FUNCTION seal.extend(of_log integer, seen bigint, reached bigint, its_root bytea, its_note text, grown jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, seal, pg_temp
AS $$
BEGIN
  PERFORM FROM logs WHERE id = of_log FOR NO KEY UPDATE;
  IF coalesce((SELECT max(size) FROM checkpoints WHERE log = of_log), 0) <> seen THEN RETURN false; END IF;
  IF reached <= seen OR reached > (SELECT t.head FROM decision_log.tenants t JOIN logs l ON l.tenant = t.tenant WHERE l.id = of_log) THEN
    RAISE EXCEPTION 'A tree of % leaves cannot come to have %.', seen, reached USING ERRCODE = 'invalid_parameter_value';
  END IF;
  INSERT INTO tiles (log, level, index, hashes)
  SELECT of_log, g.level, g.index, decode(g.hashes, 'hex')
  FROM jsonb_to_recordset(grown) AS g (level smallint, index bigint, first smallint, hashes text) WHERE length(g.hashes) = 2 * 8192;
  INSERT INTO fragments (log, level, index, first, hashes)
  SELECT of_log, g.level, g.index, g.first, decode(g.hashes, 'hex')
  FROM jsonb_to_recordset(grown) AS g (level smallint, index bigint, first smallint, hashes text) WHERE length(g.hashes) <> 2 * 8192;
  INSERT INTO tiles (log, level, index, hashes)
  SELECT of_log, f.level, f.index, string_agg(f.hashes, '' ORDER BY f.first)
  FROM jsonb_to_recordset(grown) AS g (level smallint, index bigint, first smallint, hashes text)
  JOIN fragments f ON f.log = of_log AND f.level = g.level AND f.index = g.index
  WHERE g.first > 0 AND g.first * 64 + length(g.hashes) = 2 * 8192
  GROUP BY f.level, f.index;
  INSERT INTO checkpoints (log, size, root, note, signed_at) VALUES (of_log, reached, its_root, its_note, decision_log.clock());
  RETURN true;
END $$;

CREATE FUNCTION seal.add_key(of_log integer, its_key text, its_above bigint, its_statement text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, seal, pg_temp
AS $$ INSERT INTO keys (log, key, above, statement) VALUES (of_log, its_key, its_above, its_statement) ON CONFLICT DO NOTHING $$;

CREATE FUNCTION seal.add_time_stamp(of_log integer, of_size bigint, by_provider text, its_token bytea, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, seal, pg_temp
AS $$
  INSERT INTO time_stamps (log, size, provider, token, stamped_at) VALUES (of_log, of_size, by_provider, its_token, at) ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION seal.add_cosignature(of_log integer, of_size bigint, its_line text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, seal, pg_temp
AS $$ INSERT INTO cosignatures (log, size, line) VALUES (of_log, of_size, its_line) ON CONFLICT DO NOTHING $$;

CREATE FUNCTION seal.raise_alarm(of_tenant text, its_reason text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, seal, pg_temp
AS $$
  INSERT INTO alarms (tenant, reason, since) VALUES (of_tenant, its_reason, decision_log.clock())
  ON CONFLICT (tenant) DO UPDATE SET reason = excluded.reason
$$;

CREATE FUNCTION seal.clear_alarm(of_tenant text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, seal, pg_temp
AS $$ DELETE FROM alarms WHERE tenant = of_tenant $$;

REVOKE ALL ON SCHEMA seal FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA seal FROM PUBLIC;
GRANT USAGE ON SCHEMA seal TO jalon_service;
GRANT SELECT ON seal.logs, seal.tiles, seal.fragments, seal.checkpoints, seal.keys, seal.cosignatures, seal.time_stamps, seal.alarms TO jalon_service;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA seal TO jalon_service;
