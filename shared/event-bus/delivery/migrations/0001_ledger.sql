-- What was told to funders, and how it went. It is kept with the log: what is sent cannot be sent back, so it is not made again.

-- How far each stream has been turned into notices (the tables of a consumer, see applying/).
CREATE TABLE delivery.applied (
  tenant text NOT NULL,
  stream text NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (tenant, stream)
);
CREATE TABLE delivery.tenant (
  tenant text PRIMARY KEY,
  incarnation text NOT NULL,
  applied bigint NOT NULL DEFAULT 0,
  complete_to bigint NOT NULL DEFAULT 0
);
CREATE TABLE delivery.source (
  source text PRIMARY KEY,
  next bigint NOT NULL
);

-- One decision told to one funder by one way. It is told once, however often the decision comes by.
CREATE TABLE delivery.notice (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant text COLLATE "C" NOT NULL,
  programme text COLLATE "C" NOT NULL,
  funder text COLLATE "C" NOT NULL,
  channel text NOT NULL CHECK (channel IN ('email', 'webhook')),
  decision text COLLATE "C" NOT NULL,
  position bigint NOT NULL,
  address text NOT NULL,
  content jsonb NOT NULL,
  -- pending until it is sent; failed when it was given up; stopped when the endpoint wants no more.
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sent', 'failed', 'stopped')),
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL,
  UNIQUE (tenant, decision, programme, funder, channel)
);
CREATE INDEX notice_due ON delivery.notice (due_at, position) WHERE state = 'pending';
CREATE INDEX notice_of_funder ON delivery.notice (tenant, programme, funder, position);

CREATE TABLE delivery.attempt (
  notice bigint NOT NULL REFERENCES delivery.notice,
  number integer NOT NULL,
  at timestamptz NOT NULL,
  outcome text NOT NULL,
  PRIMARY KEY (notice, number)
);

-- Endpoints that answered that they are gone: nothing more is sent to them.
CREATE TABLE delivery.stopped_endpoint (
  tenant text COLLATE "C" NOT NULL,
  address text COLLATE "C" NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (tenant, address)
);

GRANT USAGE ON SCHEMA delivery TO jalon_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON delivery.applied, delivery.tenant, delivery.source TO jalon_service;
GRANT SELECT, INSERT, UPDATE ON delivery.notice TO jalon_service;
GRANT SELECT, INSERT ON delivery.attempt, delivery.stopped_endpoint TO jalon_service;
