-- What a service may do: read, append, and move its checkpoints. Nothing else, whoever writes its code.
-- The installation makes the role with its password beforehand; a database made for a test gets one that nobody can log in as.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'jalon_service') THEN CREATE ROLE jalon_service NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this server was migrated at the same moment
END $$;

REVOKE ALL ON SCHEMA decision_log FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA decision_log FROM PUBLIC;
GRANT USAGE ON SCHEMA decision_log TO jalon_service;
GRANT SELECT ON ALL TABLES IN SCHEMA decision_log TO jalon_service;
GRANT EXECUTE ON FUNCTION
  decision_log.append(text, text[], jsonb),
  decision_log.recorded(text, bigint, integer),
  decision_log.clock(),
  decision_log.iso(timestamptz),
  decision_log.lead(text, boolean),
  decision_log.checkpoint(text, text, bigint, bigint),
  decision_log.rewind(text, text, bigint)
TO jalon_service;
