import type { CommandHandler } from '@jalon/command-handling';
import type { OpenedLog } from '@jalon/decision-log';
import {
  AUTHORITY,
  type DecisionOf,
  erasureAnswer,
  type Hold,
  type ProjectStage,
  parseStream,
  project,
  refusals,
  Subject,
  streamOf,
} from '@jalon/domain';
import { ErasureAnswered } from '@jalon/domain/decisions';
import { surplusOf } from '@jalon/domain/sealing';
import { type ErasureRegister, type Forgetting, forget, KeyUnavailable, type Privacy } from '@jalon/privacy';
import type { Answer } from '../answer.ts';
import { Failure } from '../failure.ts';
import { type Gathered, gather } from './gather.ts';
import { removeMails } from './mail-folder.ts';

export interface Erasing {
  readonly log: Pick<OpenedLog, 'readAll' | 'readStream'>;
  readonly door: Pick<CommandHandler, 'handle' | 'loader'>;
  readonly privacy: Privacy;
  readonly forgetting: Forgetting;
  readonly register: ErasureRegister;
  readonly mailFolder: string;
  readonly clock: () => Date;
  readonly newId: () => string;
}

export interface ErasureRequest {
  readonly tenant: string;
  /** As somebody types it: a person’s id, `person:<id>` or `<stream>/<id>`. */
  readonly subject: string;
  /** The day on which the request came; today where none is given. */
  readonly receivedOn?: string;
}

type Outcome = DecisionOf<typeof ErasureAnswered>['data'];

/**
 * Answers a request for erasure and carries it out: what holds is worked out from the whole log, the answer is recorded, noted outside the database, and only then are keys
 * destroyed. Stopped in between, it is taken up again by asking again.
 * @throws {Failure} `unknown-subject`; `already-erased`; `held` where nothing could be erased, naming the holds
 */
export async function erase(erasing: Erasing, request: ErasureRequest): Promise<Answer> {
  const { tenant } = request;
  const subject = subjectFrom(request.subject);
  const subjects = subject.startsWith('person:') ? [subject, surplusOf(subject)] : [subject];
  const gathered = await gather(erasing.log, tenant, subjects);
  const states = await Promise.all(subjects.map((each) => erasing.privacy.stateOf(tenant, each)));
  if (!gathered.isNamed && states.every((state) => state === 'never'))
    throw new Failure('unknown-subject', `Nothing is known of ${subject} in ${tenant}: there is nothing to erase.`, { subject });
  const outcome = await decide(erasing, request, subject, gathered);
  const mails = await carryOut(erasing, tenant, outcome, gathered);
  return answerOf(outcome, gathered, mails);
}

function subjectFrom(typed: string): string {
  const subject = Subject.safeParse(/[:/]/.test(typed) ? typed : `person:${typed}`);
  if (subject.success) return subject.data;
  throw new Failure('wrong-usage', `"${typed}" is no subject: give a person’s id, or <stream>/<id> for a contact, such as programme-isr/region.`);
}

async function decide(erasing: Erasing, { tenant, receivedOn }: ErasureRequest, subject: string, { traces }: Gathered): Promise<Outcome> {
  const { door, log, clock, newId } = erasing;
  const load = door.loader(tenant);
  const isPerson = subject.startsWith('person:');
  const stages = new Map<string, ProjectStage>();
  for (const stream of isPerson ? traces.projects : []) stages.set(stream, (await load(project, parseStream(stream).id)).stage);
  const input = {
    subject,
    receivedOn: receivedOn ?? clock().toISOString().slice(0, 10),
    traces: isPerson ? traces.traces((stream) => stages.get(stream) ?? 'none') : [],
  };
  const actor = { kind: 'process', id: 'erasure' } as const;
  const answer = await door.handle({
    tenant,
    kind: 'organisation',
    id: AUTHORITY,
    name: 'answer-erasure',
    input,
    actor,
    commandId: `process:erasure:${newId()}`,
  });
  if (answer.status === 'refused' && answer.refusal.refused === 'already-erased') {
    await carryOut(erasing, tenant, { ...input, answerBy: input.receivedOn, erased: [subject], holds: [] }, undefined); // had it been stopped half way
    throw new Failure('already-erased', told(refusals['already-erased'].en, answer.refusal.details), answer.refusal.details);
  }
  if (answer.status !== 'recorded') {
    const why =
      answer.status === 'refused'
        ? told(refusals[answer.refusal.refused].en, answer.refusal.details)
        : `The answer was not recorded (${answer.status}).`;
    throw new Failure('refused', why, { status: answer.status });
  }
  const [recorded] = await log.readStream(tenant, streamOf('organisation', AUTHORITY), { after: answer.version - 1, upTo: answer.version });
  return ErasureAnswered.data.parse(recorded?.data);
}

const told = (words: string, details: Readonly<Record<string, unknown>>): string =>
  words.replaceAll(/\{(\w+)\}/g, (_, name) => String(details[name] ?? name));

/** Notes an erasure outside the database, and then forgets. @returns how many mails were removed */
async function carryOut(erasing: Erasing, tenant: string, { erased }: Outcome, gathered: Gathered | undefined): Promise<number> {
  const { privacy, register, forgetting, mailFolder } = erasing;
  const sealed = gathered?.sealed.filter(({ of }) => erased.includes(of)) ?? [];
  // Whoever lost the key-encryption key can erase all the same; what was mailed is then to be looked for by hand.
  const opened = await privacy.open(tenant, sealed).catch((error: unknown) => {
    if (error instanceof KeyUnavailable) return [];
    throw error;
  });
  await register.note(erased.map((subject) => ({ tenant, subject })));
  for (const subject of erased) await forget(forgetting, tenant, subject);
  return removeMails(mailFolder, [...new Set(opened.flatMap((one) => (one && 'text' in one ? [one.text] : [])))]);
}

function answerOf(outcome: Outcome, { inPlain }: Gathered, mails: number): Answer {
  const { subject, erased, holds } = outcome;
  const letters = (['fr', 'en'] as const).map((language) => ({ language, paragraphs: erasureAnswer(outcome, language) }));
  const data = {
    ...outcome,
    mailsRemoved: mails,
    inPlain,
    answer: Object.fromEntries(letters.map(({ language, paragraphs }) => [language, paragraphs])),
  };
  if (erased.length === 0 || !erased.includes(subject)) throw new Failure('held', heldLine(subject, erased, holds), data);
  return {
    lines: [
      `${subject} is erased${mails > 0 ? `, and ${mails} mails are removed` : ''}. The answer to send by ${outcome.answerBy}:`,
      ...letters.flatMap(({ paragraphs }) => ['', ...paragraphs]),
      ...(inPlain.length > 0
        ? ['', `${inPlain.length} decisions from before there was sealing hold it as it is, and cannot be changed: ${inPlain.join(', ')}.`]
        : []),
    ],
    data,
  };
}

function heldLine(subject: string, erased: readonly string[], holds: readonly Hold[]): string {
  const each = holds.map(
    ({ hold, thing, article, until }) => `${hold} of ${thing} (${article}), ${until === undefined ? 'without an end yet' : `until ${until}`}`,
  );
  return `${subject} has to be kept: ${each.join('; ')}.${erased.length > 0 ? ` ${erased.join(', ')} is erased.` : ''} The answer to send is in the journal of the authority, and in --json.`;
}
