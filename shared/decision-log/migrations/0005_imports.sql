-- Histories that are being brought in. While one of a tenant has begun and not ended, the process takes no step there: it would act on half of what happened.
CREATE TABLE decision_log.imports (
  tenant text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  began_at timestamptz(3) NOT NULL,
  -- Empty as long as it is under way, and also where it stopped at an entry that was refused.
  ended_at timestamptz(3),
  PRIMARY KEY (tenant, name)
);

CREATE FUNCTION decision_log.begin_import(the_tenant text, the_name text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
AS $$
  INSERT INTO decision_log.imports (tenant, name, began_at) VALUES (the_tenant, the_name, decision_log.clock())
  ON CONFLICT (tenant, name) DO UPDATE SET began_at = excluded.began_at, ended_at = NULL
$$;

CREATE FUNCTION decision_log.end_import(the_tenant text, the_name text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
AS $$ UPDATE decision_log.imports SET ended_at = decision_log.clock() WHERE tenant = the_tenant AND name = the_name AND ended_at IS NULL $$;

REVOKE ALL ON FUNCTION decision_log.begin_import(text, text), decision_log.end_import(text, text) FROM PUBLIC;
GRANT SELECT ON decision_log.imports TO jalon_service;
GRANT EXECUTE ON FUNCTION decision_log.begin_import(text, text), decision_log.end_import(text, text) TO jalon_service;
