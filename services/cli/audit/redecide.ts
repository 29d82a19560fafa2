import { authoriser } from '@jalon/authorisation';
import type { OpenedLog } from '@jalon/decision-log';
import type { Load } from '@jalon/domain';
import { type Again, type AgainOutcome, type Difference, redecideAll } from '@jalon/evidence';
import type { Progress } from '../answer.ts';
import { streamsOf } from '../seal/programme-streams.ts';
import type { Redecided } from './commands.ts';

/** So many commands that came out otherwise are told in lines; `--json` holds all of them. */
const MOST_TOLD = 50;

const OTHER_SINCE = 3;

export interface Redeciding {
  readonly log: OpenedLog;
  readonly load: Load;
  readonly tenant: string;
  readonly programme?: string;
  readonly progress: Progress;
}

/**
 * Decides a programme, or a whole tenant, again.
 * @throws {Failure} `unknown-stream` where there is no such programme
 */
export async function redecideProgramme({ log, load, tenant, programme, progress }: Redeciding): Promise<Redecided> {
  const streams = programme === undefined ? undefined : await streamsOf(log, load, tenant, programme);
  const head = (await log.tenants()).find((one) => one.tenant === tenant)?.head ?? 0;
  const counts: Record<AgainOutcome, number> = { agrees: 0, differs: 0, 'other-rule': 0, 'other-grounds': 0 };
  const otherwise: Again[] = [];
  let decisions = 0;
  for await (const again of redecideAll(log, { tenant, authorise: authoriser(), ...(streams && { streams: new Set(streams) }) })) {
    counts[again.outcome] += 1;
    decisions += again.decisions;
    if (again.outcome !== 'agrees') otherwise.push(again);
    progress(again.position, head);
  }
  progress(head, head);
  return {
    exitCode: counts.differs > 0 ? 1 : otherwise.length > 0 ? OTHER_SINCE : 0,
    lines: [...otherwise.slice(0, MOST_TOLD).flatMap(linesOf), ...leftOut(otherwise), summary(programme ?? tenant, decisions, counts)],
    data: { tenant, ...(programme !== undefined && { programme }), decisions, ...counts, otherwise },
  };
}

const said: Readonly<Record<Exclude<AgainOutcome, 'agrees'>, string>> = {
  differs: 'DIFFERS',
  'other-rule': 'another version of the rule',
  'other-grounds': 'allowed by other policies now',
};

function linesOf({ position, command, stream, actor, recordedAt, rule, outcome, differences }: Again): readonly string[] {
  if (outcome === 'agrees') return [];
  const rules = rule.recorded === rule.now ? `rule ${rule.recorded}` : `rule ${rule.recorded} then, ${rule.now ?? 'none'} now`;
  const who = actor.kind === 'person' ? actor.id : `${actor.id} (${actor.kind})`;
  return [
    `${position}  ${command.name} on ${stream}, by ${who}, ${recordedAt.slice(0, 16).replace('T', ' ')}: ${said[outcome]} (${rules})`,
    ...differences.map(lineOf),
  ];
}

const lineOf = ({ path, recorded, now }: Difference): string => `    ${path}: recorded ${told(recorded)}, now ${told(now)}`;
const told = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

const leftOut = ({ length }: readonly Again[]): readonly string[] =>
  length > MOST_TOLD ? [`${length - MOST_TOLD} more came out otherwise: --json tells all of them.`] : [];

function summary(of: string, decisions: number, counts: Readonly<Record<AgainOutcome, number>>): string {
  const commands = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const apart = [
    ...(counts['other-rule'] > 0 ? [`${counts['other-rule']} come out otherwise by a newer rule`] : []),
    ...(counts['other-grounds'] > 0 ? [`${counts['other-grounds']} are allowed by other policies now`] : []),
  ];
  return `${commands} commands of ${of} (${decisions} decisions) were decided again: ${[`${counts.agrees} agree`, `${counts.differs} differ`, ...apart].join(', ')}.`;
}
