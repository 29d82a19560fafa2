-- Whom a provider's name for somebody stands for here, where persons have ids of ours. One person may sign in at several providers.
CREATE TABLE sessions.account (
  tenant text NOT NULL,
  provider text NOT NULL,
  -- The provider's name for them; of a provider that stands before several others, with the name of the one that knew them.
  subject text NOT NULL,
  person text NOT NULL,
  began_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, provider, subject)
);
CREATE INDEX account_of_person ON sessions.account (tenant, person);
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions.account TO jalon_service;

-- The establishment (SIRET) that somebody signed in for, where their provider says.
ALTER TABLE sessions.session ADD COLUMN siret text;
-- A sign-in that is to be another way in for somebody who is signed in already.
ALTER TABLE sessions.attempt ADD COLUMN link_tenant text, ADD COLUMN link_person text;
