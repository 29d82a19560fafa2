import type { AsOf } from '@jalon/decision-log';
import { parseStream } from '@jalon/domain';
import { kindsWithPage, Past, type PastLog, PastStates, pageOf } from '@jalon/read-models';
import { stringify } from 'yaml';
import { type Answer, table } from '../answer.ts';
import { Failure } from '../failure.ts';
import { pastOf } from './instants.ts';

/** Enough rows at a time. */
const PAGE = 200;

/**
 * A thing, the portfolio or the call board, as it stood.
 * @throws {Failure} `unknown-stream` for what there is not, or was not yet; `wrong-usage` for an instant that has not come
 */
export async function shownOf(log: PastLog, tenant: string, thing: string, asked: AsOf, now: Date): Promise<Answer> {
  const asOf = pastOf(asked, now);
  const then = new Past(new PastStates(log), tenant, asOf);
  if (thing === 'portfolio') return listed(await all((after) => then.portfolio({ after, limit: PAGE }), 'project'), 'project', asOf);
  if (thing === 'calls') return listed(await all((after) => then.calls({ after, limit: PAGE }), 'call'), 'call', asOf);
  const { kind, id } = thingOf(thing);
  const page = await pageOf(then, kind, id, asOf.effectAt ?? asOf.knownAt ?? now.toISOString());
  if (page) return { lines: stringify(page, { lineWidth: 150 }).trimEnd().split('\n'), data: { tenant, ...asOf, page } };
  const [stands] = await log.standing(tenant, { streams: [thing] }, {});
  const what = stands ? `There was no "${thing}" yet by then` : `There is no "${thing}" in ${tenant}`;
  throw new Failure('unknown-stream', `${what}: \`jalon show portfolio\` lists the projects, \`jalon history ${thing}\` what was decided.`);
}

/** A thing that has a page. */
export function thingOf(stream: string): { readonly kind: string; readonly id: string } {
  const kind = kindsWithPage.find((one) => stream.startsWith(`${one}-`));
  if (!kind) throw new Failure('wrong-usage', `"${stream}" has no page: name a thing as ${kindsWithPage.map((one) => `${one}-<id>`).join(', ')}.`);
  return parseStream(stream);
}

type Row = Readonly<Record<string, unknown>> & { readonly version: number; readonly stage: string; readonly title: { readonly fr: string } };

async function all<Name extends string, One extends { readonly [name in Name]: string }>(
  pageAfter: (after: string) => Promise<readonly One[]>,
  name: Name,
): Promise<readonly One[]> {
  const rows: One[] = [];
  for (;;) {
    const page = await pageAfter(rows.at(-1)?.[name] ?? '');
    rows.push(...page);
    if (page.length < PAGE) return rows;
  }
}

function listed(rows: readonly Row[], name: string, asOf: AsOf): Answer {
  const cells = rows.map((row) => [String(row[name]), String(row.version), row.stage, row.title.fr]);
  return { lines: table([name, 'version', 'stage', 'title'], cells), data: { ...asOf, items: rows } };
}
