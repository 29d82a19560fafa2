-- Who is signed in with a browser. What the browser holds is a secret that is kept here only as its SHA-256: who reads this table can be nobody.
CREATE TABLE sessions.session (
  secret_hash bytea PRIMARY KEY,
  tenant text NOT NULL,
  person text NOT NULL,
  -- The provider that signed them in, and its own names for them and for their session there.
  provider text NOT NULL,
  subject text NOT NULL,
  provider_session text,
  -- For telling the provider whose session ends (OpenID Connect RP-Initiated Logout 1.0 §2).
  id_token text,
  -- Of what the provider told only what the console shows.
  display_name text,
  -- When they last proved who they are, and how strongly (acr).
  authenticated_at timestamptz NOT NULL,
  level text,
  began_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL
);
CREATE INDEX session_of_person ON sessions.session (tenant, person);
CREATE INDEX session_of_subject ON sessions.session (provider, subject);
CREATE INDEX session_of_provider ON sessions.session (provider, provider_session);
CREATE INDEX session_end ON sessions.session (ends_at);

-- Sign-ins on their way: begun here, to be finished by the same browser, once.
CREATE TABLE sessions.attempt (
  state_hash bytea PRIMARY KEY,
  browser_hash bytea NOT NULL,
  provider text NOT NULL,
  nonce text NOT NULL,
  verifier text NOT NULL,
  back_to text NOT NULL,
  ends_at timestamptz NOT NULL
);
CREATE INDEX attempt_end ON sessions.attempt (ends_at);

-- Logout tokens that were taken (OpenID Connect Back-Channel Logout 1.0 §2.6): none is taken twice.
CREATE TABLE sessions.logout_token (
  provider text NOT NULL,
  id text NOT NULL,
  ends_at timestamptz NOT NULL,
  PRIMARY KEY (provider, id)
);

GRANT USAGE ON SCHEMA sessions TO jalon_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA sessions TO jalon_service;
