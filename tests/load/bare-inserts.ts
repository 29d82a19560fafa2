import pg from 'pg';
import { type Measured, sustained } from './measure.ts';

/** The limit that the log is compared with: one durable single-row insert a decision, of a decision's size, each in a transaction of its own. */
export async function bareInserts(ownerUrl: string, clients: number, seconds: number, bytes: number): Promise<Measured> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: clients });
  await pool.query('CREATE TABLE IF NOT EXISTS public.bare_limit (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, content text NOT NULL)');
  const content = 'x'.repeat(bytes);
  try {
    return await sustained(clients, seconds, () =>
      pool.query({ name: 'bare-insert', text: 'INSERT INTO public.bare_limit (content) VALUES ($1)', values: [content] }),
    );
  } finally {
    await pool.query('DROP TABLE public.bare_limit');
    await pool.end();
  }
}
