-- The decision log: one schema, owned by the role that migrates. Services reach it through the functions of the later files only.
-- Names and ids are compared byte by byte (COLLATE "C"), whatever the database's own collation. All instants are kept to the millisecond.

-- The instant that a decision is recorded at. Tests that live in another time replace this function, and nothing else.
CREATE FUNCTION decision_log.clock() RETURNS timestamptz
LANGUAGE sql VOLATILE PARALLEL SAFE SET search_path = pg_catalog
AS $$ SELECT date_trunc('milliseconds', clock_timestamp()) $$;

-- ISO 8601 in UTC with milliseconds: the one form in which an instant is written into an envelope.
CREATE FUNCTION decision_log.iso(instant timestamptz) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT pg_catalog.to_char(instant AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

-- One row a tenant; appends to the tenant go one after the other under its lock.
CREATE TABLE decision_log.tenants (
  tenant text COLLATE "C" PRIMARY KEY,
  head bigint NOT NULL DEFAULT 0,
  last_recorded_at timestamptz(3) NOT NULL DEFAULT '-infinity',
  -- Names the life of this log: a restore that lost decisions gives it a new one.
  incarnation text NOT NULL DEFAULT gen_random_uuid()::text
) WITH (fillfactor = 20);

CREATE TABLE decision_log.streams (
  tenant text COLLATE "C" NOT NULL,
  stream text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  last_occurred_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant, stream)
) WITH (fillfactor = 70);

CREATE TABLE decision_log.decisions (
  tenant text COLLATE "C" NOT NULL,
  position bigint NOT NULL CHECK (position > 0),
  stream text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  id uuid NOT NULL,
  type text COLLATE "C" NOT NULL,
  shape_version integer NOT NULL,
  command_id text COLLATE "C" NOT NULL,
  occurred_at timestamptz(3) NOT NULL,
  recorded_at timestamptz(3) NOT NULL CHECK (occurred_at <= recorded_at),
  envelope text COLLATE "C" NOT NULL,
  data text COLLATE "C" NOT NULL,
  salt bytea NOT NULL CHECK (octet_length(salt) = 16),
  PRIMARY KEY (tenant, position),
  UNIQUE (tenant, stream, version),
  UNIQUE (tenant, id)
);

-- What was asked, so that a command that comes again is recognised. The decisions of a command stand in one run from first_position.
CREATE TABLE decision_log.commands (
  tenant text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  input_hash bytea NOT NULL CHECK (octet_length(input_hash) = 32),
  first_position bigint NOT NULL,
  decisions integer NOT NULL CHECK (decisions > 0),
  PRIMARY KEY (tenant, id)
);

-- A recorded decision is never changed and never leaves, whoever asks.
CREATE FUNCTION decision_log.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$ BEGIN
  RAISE EXCEPTION 'The decision log is append-only: % on decisions is refused.', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON decision_log.decisions
FOR EACH STATEMENT EXECUTE FUNCTION decision_log.refuse_change();
