import { parseArgs } from 'node:util';
import { buildConsole } from '@jalon/infra/console';
import { startTestServers } from '@jalon/infra/test-servers';
import { clientOf } from '../system/client.ts';
import { type System, startSystem } from '../system/system.ts';
import { until } from '../system/until.ts';
import { judgements, type Took } from './authorisation.ts';
import { bareInserts } from './bare-inserts.ts';
import { consoleFigures } from './console.ts';
import { decisionsOverHttp, draftApplications, revision } from './decisions-over-http.ts';
import { lagToView, lagToWorkflow } from './lags.ts';
import type { Measured } from './measure.ts';
import { redecidedFigures } from './redecide.ts';
import { rehydrated } from './rehydrate.ts';
import { type Rate, sealFigures } from './seal.ts';
import { temporalUpdates } from './temporal-updates.ts';

const help = `Measures Jalon on this machine and prints one table: decisions a second over HTTP beside the bare limit of the same run, and how soon others hear of them.

  npm run bench [-- --seconds 10] [--decisions 100000] [--leaves 1000000]
  npm run bench -- --seal          only: the seal; of 1,000,000 decisions and proofs from a tree of 10,000,000 where nothing else is said
  npm run bench -- --redecide      only: 10,000 decisions, decided again
  npm run bench -- --console       only: the console in a browser, beside 5,000 projects
  npm run bench -- --rehydrate     only: 1,000 projects, whose journeys are started again from the log
`;
const CLIENTS = [8, 64] as const;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    decisions: { type: 'string' },
    leaves: { type: 'string' },
    console: { type: 'boolean' },
    rehydrate: { type: 'boolean' },
    redecide: { type: 'boolean' },
    seal: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
if (values.help) {
  process.stdout.write(help);
  process.exit(0);
}
const seconds = Number(values.seconds);
/** How large the log of the seal is, and the tree that proofs are made from: enough to see it quickly, or what the figures are promised for. */
const sealed = {
  decisions: Number(values.decisions ?? (values.seal ? 1_000_000 : 100_000)),
  leaves: Number(values.leaves ?? (values.seal ? 10_000_000 : 1_000_000)),
};
const say = (line: string) => process.stdout.write(`${line}\n`);
const progress = (line: string) => process.stderr.write(`… ${line}\n`);
const row = (...cells: readonly (string | number)[]) =>
  say(cells.map((cell, index) => String(cell)[index === 0 ? 'padEnd' : 'padStart'](index === 0 ? 46 : 12)).join(' '));
const figures = ({ perSecond, p50, p99 }: Measured) => [Math.round(perSecond), p50.toFixed(1), p99.toFixed(1)] as const;

progress('starting PostgreSQL, Temporal and Kafka');
const { servers, end } = await startTestServers();
try {
  if (values.rehydrate) await journeys();
  else if (values.seal) await seal();
  else if (values.redecide) await redecide();
  else if (values.console) await browser();
  else await everything();
} finally {
  await end();
}

async function journeys(): Promise<void> {
  progress('making a thousand projects, and starting their journeys from the log');
  const { projects, decisions, obligations, different, told, kept } = await rehydrated(servers, 1_000);
  row('projects', projects);
  row('decisions', decisions);
  row('every journey told, s', (told / 1_000).toFixed(1));
  row('every journey keeps what it has to, s', (kept / 1_000).toFixed(1));
  row('open obligations, before and after', obligations);
  row('of which differ', different.length);
  for (const line of different) say(`  ${line}`);
  if (different.length > 0) process.exitCode = 1;
}

/** What the seal costs; `appended` is how many decisions a second were recorded in the same run. */
async function seal(appended?: number): Promise<void> {
  const { decisions, copied, replayed, sealing, memory, leaves, proof } = await sealFigures(servers, sealed, progress);
  const megabytes = memory.map((bytes) => (bytes / 1e6).toFixed(0));
  const rates = ({ perSecond, perCoreSecond }: Rate) => [Math.round(perSecond), Math.round(perCoreSecond)] as const;
  say('');
  row(`of ${decisions} decisions`, 'per second', 'a core', 'ratio');
  row('COPY out, looked at by nobody', ...rates(copied), '1');
  row('verified replay', ...rates(replayed), `${(replayed.perSecond / copied.perSecond).toFixed(2)} of COPY`);
  row(
    'sealed, by a sealer of its own',
    ...rates(sealing),
    ...(appended === undefined ? [] : [`×${(sealing.perSecond / appended).toFixed(0)} of HTTP`]),
  );
  row('kept in memory by the replay, MB', `${megabytes[0]} → ${megabytes[1]}`);
  say('');
  row(`a proof from ${leaves} leaves`, 'count', 'p50 ms', 'p99 ms', 'server ms');
  row('made as the API makes it', proof.count, proof.p50.toFixed(2), proof.p99.toFixed(2), proof.core.toFixed(2));
}

async function redecide(): Promise<void> {
  progress('making projects with 10,000 decisions, and deciding them again');
  const { decisions, read, redecided, outcomes } = await redecidedFigures(servers, 10_000);
  say('');
  row(`of ${decisions} decisions`, 'per second', 'ratio');
  row('COPY out, read and parsed', Math.round(read), '1');
  row('decided again, with who may', Math.round(redecided), `${(redecided / read).toFixed(2)} of COPY`);
  row('commands that agree', outcomes.agrees);
  row('commands that come out otherwise', outcomes.differs + outcomes['other-rule'] + outcomes['other-grounds']);
  if (outcomes.differs > 0) process.exitCode = 1;
}

/** What somebody at the console waits for. */
async function browser(): Promise<void> {
  progress('building the console, and making 5,000 projects');
  await buildConsole(() => undefined);
  const system = await startSystem(servers, ['api', 'projector'], { JALON_HTTP_REQUESTS_PER_MINUTE: '1000000000' });
  const measured = await openCall(system)
    .then(() => consoleFigures(system, 'bench', 5_000))
    .finally(() => system[Symbol.asyncDispose]());
  say('');
  if (!measured) {
    say('The console was not measured: there is no Chromium here (JALON_CHROMIUM names one).');
    return;
  }
  const { firstLoad, rows, whole, interactions } = measured;
  row('the console', '');
  row('first load before the code of a route, kB gzip', (firstLoad / 1_000).toFixed(0));
  row(`portfolio whole, ${rows} projects, s`, (whole / 1_000).toFixed(1));
  row('from interaction to paint', 'count', 'p50 ms', 'p99 ms', 'worst ms');
  row(`sort, filter, scroll, map; ${rows} projects`, interactions.count, interactions.p50, interactions.p99, interactions.worst);
}

async function everything(): Promise<void> {
  const system = await startSystem(servers, ['api', 'worker', 'relay', 'projector'], { JALON_HTTP_REQUESTS_PER_MINUTE: '1000000000' });
  try {
    await seal(await measure(system, servers.temporalAddress));
    await redecide();
  } finally {
    await system[Symbol.asyncDispose]();
  }
  await browser();
}

/** A call that takes applications, from anybody, for a long time. @returns its terms */
async function openCall(system: System) {
  const administrator = await clientOf(system, 'administrator');
  const today = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Paris' });
  const terms = {
    programme: 'demonstration',
    title: { fr: 'Mesure', en: 'Measure' },
    envelope: [{ funder: 'region', amount: 100_000_000 }],
    opensOn: today,
    closesOn: '2099-12-31',
    maxGrant: 10_000_000,
  };
  await administrator.decide('calls/bench/draft-call', terms);
  await administrator.decide('calls/bench/publish-call');
  return terms;
}

/** Everything but the seal; answers how many decisions a second were recorded at most. */
async function measure(system: System, temporalAddress: string | undefined): Promise<number> {
  if (!temporalAddress) throw new Error(`The bench needs Temporal: ${servers.missing.join(' ')}`);
  const terms = await openCall(system);

  // The processes that only follow the log are held still while decisions are counted: what is compared is the way of a decision, on the same two cores.
  for (const name of ['worker', 'relay', 'projector'] as const) await system.stop(name);
  const sample = await system.log.readStream('demonstration', 'project-nullepart', { upTo: 2 });
  const bytes = sample.at(-1)!.envelope.length + JSON.stringify(revision).length * 2;

  progress('who may decide');
  const judged = await judgements(revision);
  say('');
  row('in one process', 'count', 'p50 µs', 'p99 µs');
  const judgedRow = (title: string, { count, p50, p99 }: Took) => row(title, count, p50.toFixed(1), p99.toFixed(1));
  judgedRow('who may, not asked before', judged.fresh);
  judgedRow('who may, asked before', judged.remembered);
  judgedRow('a rule, without asking who may', judged.ruleAlone);
  judgedRow('a rule, with', judged.ruleJudged);

  progress('warming up');
  await decisionsOverHttp(system, await draftApplications(system, 'bench', 16), 5);

  let best = 0;
  say('');
  row('decisions', 'per second', 'p50 ms', 'p99 ms', 'ratio');
  for (const clients of CLIENTS) {
    progress(`bare inserts, ${clients} clients`);
    const bare = await bareInserts(system.ownerUrl, clients, seconds, bytes);
    progress(`decisions over HTTP, ${clients} clients`);
    const decided = await decisionsOverHttp(system, await draftApplications(system, 'bench', clients), seconds);
    best = Math.max(best, decided.perSecond);
    progress(`Temporal Updates, ${clients} clients`);
    const [updates] = await temporalUpdates(system.databaseUrl, temporalAddress, revision, [clients], seconds);
    row(`bare single-row inserts, ${clients} clients`, ...figures(bare), '1');
    row(`decisions over HTTP, ${clients} clients`, ...figures(decided), `${(decided.perSecond / bare.perSecond).toFixed(2)} of bare`);
    row(
      `one Temporal Update a decision, ${clients} clients`,
      ...figures(updates!),
      `HTTP is ×${(decided.perSecond / updates!.perSecond).toFixed(0)}`,
    );
  }

  for (const name of ['worker', 'relay', 'projector'] as const) await system.start(name);
  progress('waiting until those that follow the log have caught up');
  await until('they have caught up', () => caughtUp(system), 300_000);
  progress('lags');
  const view = await lagToView(system, 'bench');
  const workflow = await lagToWorkflow(system, terms);
  say('');
  row('from acknowledgement', 'count', 'p50 ms', 'p99 ms');
  row('to the view (decision in the audit journal)', view.count, view.p50.toFixed(0), view.p99.toFixed(0));
  row('to the workflow’s reaction (its own decision)', workflow.count, workflow.p50.toFixed(0), workflow.p99.toFixed(0));
  return best;
}

async function caughtUp({ url }: System): Promise<boolean> {
  const { parts } = (await (await fetch(`${url}/readyz`)).json()) as { readonly parts: Readonly<Record<string, { readonly behind?: number }>> };
  return Object.values(parts).every(({ behind = 0 }) => behind === 0);
}
