import type { OpenedLog } from '@jalon/decision-log';
import type { Load } from '@jalon/domain';
import { type Between, type Differences, differencesOf, PastStates, type Touched, touchedOf } from '@jalon/read-models';
import { type Answer, table } from '../answer.ts';
import { Failure } from '../failure.ts';
import { streamsOf } from '../seal/programme-streams.ts';
import { past } from './instants.ts';
import { thingOf } from './show.ts';

/**
 * What changed on a thing between two instants; of a programme, also on which of its calls and projects something was decided.
 * @throws {Failure} `unknown-stream` where it was not there by the later one; `wrong-usage` for instants that have not come, or are the wrong way round
 */
export async function diffOf(
  log: OpenedLog,
  load: Load,
  tenant: string,
  thing: string,
  { from: earlier, to: later, by }: Omit<Between, 'to'> & { readonly to?: string },
  now: Date,
): Promise<Answer> {
  const { kind, id } = thingOf(thing);
  const from = past('--from', earlier, now);
  const to = later === undefined ? now.toISOString() : past('--to', later, now);
  if (from > to) throw new Failure('wrong-usage', `--from ${from} is after --to ${to}: it has to be the earlier of the two.`);
  const between = { from, to, by };
  const changed = await differencesOf(log, new PastStates(log), tenant, { kind, id }, between);
  if (!changed) throw new Failure('unknown-stream', `There was no "${thing}" in ${tenant} by ${to}: \`jalon show portfolio\` lists the projects.`);
  if (kind !== 'programme') return { lines: linesOf(changed), data: { tenant, ...changed } };
  const others = (await streamsOf(log, load, tenant, id)).filter((stream) => stream.startsWith('call-') || stream.startsWith('project-'));
  const touched = await touchedOf(log, tenant, others, between);
  return { lines: [...linesOf(changed), ...touchedLines(touched)], data: { tenant, ...changed, touched } };
}

function linesOf({ from, to, by, decisions, changed }: Differences): string[] {
  const rows = decisions.map(({ occurredAt, recordedAt, type, actor, policyVersion, ruleVersion }) => [
    minute(occurredAt),
    minute(recordedAt),
    type,
    actor.kind === 'person' ? actor.id : `${actor.id} (${actor.kind})`,
    `rule ${ruleVersion}${policyVersion === undefined ? '' : `, policy ${policyVersion}`}`,
  ]);
  const [headings = '', ...lines] = table(['took effect', 'recorded', 'decision', 'by', 'under'], rows);
  const told = lines.flatMap((line, index) => [
    line,
    ...(decisions[index]?.reasons ?? []).map(({ path, text }) => `    ${path.join('.')}: ${inLine(text)}`),
  ]);
  return [
    `From ${from} to ${to}, by when decisions ${by === 'took-effect' ? 'took effect' : 'were recorded'}: ${count(decisions.length, 'decision')}.`,
    ...(decisions.length > 0 ? ['', headings, ...told] : []),
    '',
    ...(changed.length > 0 ? [`${count(changed.length, 'difference')} of its page:`, ...changed.map(changeLine)] : ['Its page is the same.']),
  ];
}

const touchedLines = (touched: readonly Touched[]): string[] =>
  touched.length === 0
    ? ['', 'Nothing was decided on its calls and projects.']
    : [
        '',
        ...table(
          ['decided on', 'decisions'],
          touched.map(({ stream, decisions }) => [stream, String(decisions)]),
        ),
      ];

const changeLine = ({ path, before, after }: Differences['changed'][number]): string => `    ${path.join('.')}: ${value(before)} → ${value(after)}`;

/** What is shown of a value that is long; all of it comes with --json. */
const SHOWN = 120;

function value(one: unknown): string {
  if (one === undefined) return '–';
  const text = typeof one === 'string' ? one : JSON.stringify(one);
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
}
const inLine = (text: string | { readonly fr: string }): string => (typeof text === 'string' ? text : text.fr).replaceAll(/\s+/g, ' ');
const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

/** `2027-03-01 09:30`, in UTC. */
const minute = (instant: string): string => instant.slice(0, 16).replace('T', ' ');
