-- A data key for each subject of a tenant, wrapped by the key-encryption key, which is not here. No row: there was never anything of the subject.
-- Once erased it stays erased, without a key: nothing of the subject can be sealed or opened any more.
CREATE TABLE privacy.keys (
  tenant text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'erased')),
  wrapped bytea,
  -- Which key-encryption key wraps it.
  wrapped_by text,
  since timestamptz(3) NOT NULL,
  erased_at timestamptz(3),
  PRIMARY KEY (tenant, subject),
  CHECK ((state = 'active') = (wrapped IS NOT NULL AND wrapped_by IS NOT NULL)),
  CHECK ((state = 'erased') = (erased_at IS NOT NULL))
);

-- Erased stays erased, whoever asks.
CREATE FUNCTION privacy.stay_erased() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$ BEGIN
  IF TG_OP = 'TRUNCATE' OR OLD.state = 'erased' THEN
    RAISE EXCEPTION 'What was erased stays erased.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER stay_erased BEFORE UPDATE OR DELETE ON privacy.keys FOR EACH ROW EXECUTE FUNCTION privacy.stay_erased();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON privacy.keys FOR EACH STATEMENT EXECUTE FUNCTION privacy.stay_erased();

-- The key of a subject: the one that it has, or else the one given. An erased one has none.
CREATE FUNCTION privacy.key_of(of_tenant text, of_subject text, new_wrapped bytea, new_wrapped_by text)
RETURNS TABLE (state text, wrapped bytea, wrapped_by text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, privacy, pg_temp
AS $$
  INSERT INTO keys (tenant, subject, wrapped, wrapped_by, since) VALUES (of_tenant, of_subject, new_wrapped, new_wrapped_by, decision_log.clock())
  ON CONFLICT (tenant, subject) DO NOTHING;
  SELECT k.state, k.wrapped, k.wrapped_by FROM keys k WHERE k.tenant = of_tenant AND k.subject = of_subject
$$;

-- Destroys the key of a subject, and with it what its commands are compared by: the hash of an input is personal data as long as somebody can guess the input.
-- A command of theirs that comes again is then answered as one that said something else. Says whether there was a key to destroy.
CREATE FUNCTION privacy.erase(of_tenant text, of_subject text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, privacy, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  had_key boolean;
BEGIN
  PERFORM FROM keys k WHERE k.tenant = of_tenant AND k.subject = of_subject FOR UPDATE;
  UPDATE keys k SET state = 'erased', wrapped = NULL, wrapped_by = NULL, erased_at = decision_log.clock()
  WHERE k.tenant = of_tenant AND k.subject = of_subject AND k.state = 'active';
  had_key := FOUND;
  INSERT INTO keys (tenant, subject, state, since, erased_at) VALUES (of_tenant, of_subject, 'erased', decision_log.clock(), decision_log.clock())
  ON CONFLICT (tenant, subject) DO NOTHING;
  UPDATE decision_log.commands c SET input_hash = uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
  WHERE c.tenant = of_tenant AND c.id IN (
    SELECT d.command_id FROM decision_log.decisions d
    WHERE d.tenant = of_tenant AND strpos(d.data, '{"of":' || to_json(of_subject)::text || ',"sealed":"') > 0);
  RETURN had_key;
END $$;

-- Wraps a key anew, where the one that wrapped it is replaced.
CREATE FUNCTION privacy.rewrap(of_tenant text, of_subject text, old_wrapped bytea, new_wrapped bytea, new_wrapped_by text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, privacy, pg_temp
AS $$ BEGIN
  UPDATE keys k SET wrapped = new_wrapped, wrapped_by = new_wrapped_by
  WHERE k.tenant = of_tenant AND k.subject = of_subject AND k.wrapped = old_wrapped;
  RETURN FOUND;
END $$;

REVOKE ALL ON SCHEMA privacy FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA privacy FROM PUBLIC;
GRANT USAGE ON SCHEMA privacy TO jalon_service;
GRANT SELECT ON privacy.keys TO jalon_service;
GRANT EXECUTE ON FUNCTION privacy.key_of(text, text, bytea, text), privacy.erase(text, text), privacy.rewrap(text, text, bytea, bytea, text) TO jalon_service;
