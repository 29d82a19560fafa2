/** What a consumer notes with its effect, in the schema that holds the effect. */
export const appliedTables = `
  -- How far each stream has been applied: a lower version is a repeat, a higher one shows a gap.
  CREATE TABLE applied (
    tenant text NOT NULL,
    stream text NOT NULL,
    version integer NOT NULL,
    PRIMARY KEY (tenant, stream)
  );
  -- One row a tenant, locked by whoever applies. applied = sum of the versions above; every decision up to complete_to is applied.
  CREATE TABLE tenant (
    tenant text PRIMARY KEY,
    incarnation text NOT NULL,
    applied bigint NOT NULL DEFAULT 0,
    complete_to bigint NOT NULL DEFAULT 0
  );
  -- Where the consumer goes on in each source of the bus.
  CREATE TABLE source (
    source text PRIMARY KEY,
    next bigint NOT NULL
  );
`;
