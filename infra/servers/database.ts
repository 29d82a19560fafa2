import pg from 'pg';

export interface DatabaseOptions {
  readonly database: string;
  readonly ownerPassword: string;
  readonly servicePassword: string;
}

export interface DatabaseUrls {
  /** As `jalon_owner`: for migrations. */
  readonly ownerUrl: string;
  /** As `jalon_service`: what services use. It owns nothing. */
  readonly serviceUrl: string;
}

/** Makes the roles `jalon_owner` and `jalon_service` and a database of the former's, as far as they are not there; sets both passwords. */
export async function prepareDatabase(superuserUrl: string, { database, ownerPassword, servicePassword }: DatabaseOptions): Promise<DatabaseUrls> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await role(client, 'jalon_owner', ownerPassword);
    await role(client, 'jalon_service', servicePassword);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    const name = client.escapeIdentifier(database);
    if (!rowCount) await client.query(`CREATE DATABASE ${name} OWNER jalon_owner`);
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO jalon_service`);
  } finally {
    await client.end();
  }
  return {
    ownerUrl: as(superuserUrl, database, 'jalon_owner', ownerPassword),
    serviceUrl: as(superuserUrl, database, 'jalon_service', servicePassword),
  };
}

/** Waits for its turn: two that prepare databases on one server at once would both find the role missing. */
async function role(client: pg.Client, name: string, password: string): Promise<void> {
  await client.query('SELECT pg_advisory_lock(hashtext($1))', ['jalon roles']);
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
    await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${client.escapeIdentifier(name)} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
  } finally {
    await client.query('SELECT pg_advisory_unlock(hashtext($1))', ['jalon roles']);
  }
}

function as(url: string, database: string, user: string, password: string): string {
  const address = new URL(url);
  address.pathname = `/${encodeURIComponent(database)}`;
  address.username = user;
  address.password = encodeURIComponent(password);
  return address.href;
}
