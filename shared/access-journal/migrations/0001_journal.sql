-- Who read what. One row a tenant for the end of its chain; its lock puts the entries of a tenant in one order.
CREATE TABLE access_journal.tenants (
  tenant text COLLATE "C" PRIMARY KEY,
  head bigint NOT NULL DEFAULT 0,
  hash bytea NOT NULL DEFAULT '\x'
) WITH (fillfactor = 20);

-- `entry` is canonical text (RFC 8785), as whoever recorded it wrote it; the columns beside it are for queries.
-- hash = SHA-256(hash of the one before ‖ number ‖ ' ' ‖ instant ‖ ' ' ‖ entry); the first one has nothing before it.
CREATE TABLE access_journal.entries (
  tenant text COLLATE "C" NOT NULL,
  number bigint NOT NULL CHECK (number > 0),
  at timestamptz(3) NOT NULL,
  who text COLLATE "C" NOT NULL,
  thing text COLLATE "C",
  part text COLLATE "C" NOT NULL,
  entry text COLLATE "C" NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (tenant, number)
);
CREATE INDEX entries_of_person ON access_journal.entries (tenant, who, number);
CREATE INDEX entries_of_thing ON access_journal.entries (tenant, thing, number);

CREATE FUNCTION access_journal.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$ BEGIN
  RAISE EXCEPTION 'The access journal is append-only: % on its entries is refused.', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_journal.entries
FOR EACH STATEMENT EXECUTE FUNCTION access_journal.refuse_change();

-- Writes entries of one tenant, in order, at this instant. Each is [who, thing or null, part, text].
CREATE FUNCTION access_journal.record(of_tenant text, added jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, access_journal, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  chain tenants;
  now timestamptz(3);
  one jsonb;
BEGIN
  INSERT INTO tenants (tenant) VALUES (of_tenant) ON CONFLICT DO NOTHING;
  SELECT * INTO chain FROM tenants t WHERE t.tenant = of_tenant FOR NO KEY UPDATE;
  now := decision_log.clock();
  FOR one IN SELECT value FROM jsonb_array_elements(added) LOOP
    chain.head := chain.head + 1;
    chain.hash := sha256(chain.hash || convert_to(concat(chain.head, ' ', decision_log.iso(now), ' ', one ->> 3), 'UTF8'));
    INSERT INTO entries (tenant, number, at, who, thing, part, entry, hash)
    VALUES (of_tenant, chain.head, now, one ->> 0, one ->> 1, one ->> 2, one ->> 3, chain.hash);
  END LOOP;
  UPDATE tenants t SET head = chain.head, hash = chain.hash WHERE t.tenant = of_tenant;
END $$;

REVOKE ALL ON SCHEMA access_journal FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA access_journal FROM PUBLIC;
GRANT USAGE ON SCHEMA access_journal TO jalon_service;
GRANT SELECT ON ALL TABLES IN SCHEMA access_journal TO jalon_service;
GRANT EXECUTE ON FUNCTION access_journal.record(text, jsonb) TO jalon_service;
