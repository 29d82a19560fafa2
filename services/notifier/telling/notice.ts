import type { LoggedDecision } from '@jalon/decision-log';
import { byFunder, type Call, call, Day, dayOf, type Load, type Programme, parseStream, programme, project, type Text, upcast } from '@jalon/domain';
import { z } from 'zod';
import { addressInLedger } from './address.ts';
import { amountInWords, dayInWords } from './in-words.ts';
import type { About, Told } from './tell.ts';
import { toldDecisions } from './told-decisions.ts';

const Words = z.strictObject({ fr: z.string(), en: z.string() });
const Named = z.strictObject({ id: z.string(), title: Words });

/** What one funder is told of one decision: the same by mail and by webhook. Amounts are in cents, times are ISO 8601. */
export const Notice = z.strictObject({
  decision: z.string(),
  type: z.string(),
  stream: z.string(),
  position: z.int(),
  decidedAt: z.string(),
  /** The day of it, in the programme's time zone. */
  decidedOn: Day,
  says: Words,
  /** What stands beside it, such as the attribution of the SRL scale. */
  note: z.string().optional(),
  /** What the funder bears of the amount that was decided. */
  share: z.strictObject({ amount: z.int(), currency: z.string() }).optional(),
  tenant: z.string(),
  programme: Named,
  demonstration: z.boolean(),
  call: Named,
  project: Named.optional(),
  funder: Named,
  /** Where it can be read in Jalon. */
  link: z.string(),
});
export type Notice = z.output<typeof Notice>;

/** A notice, and where it goes. */
export interface Addressed {
  readonly channel: 'email' | 'webhook';
  /** Of a mail, sealed. */
  readonly address: string;
  readonly notice: Notice;
}

interface Concerned {
  readonly callId: string;
  readonly call: Call;
  readonly programmeId: string;
  readonly programme: Programme;
  readonly project?: { readonly id: string; readonly title: Text };
}

/** What a decision concerns: a call or a project that answers one. Undefined for anything else, such as a case study. */
async function concernedBy({ stream }: LoggedDecision, load: Load): Promise<Concerned | undefined> {
  const { kind, id } = parseStream(stream);
  const state = kind === 'project' ? await load(project, id) : undefined;
  const callId = kind === 'call' ? id : (state?.application.call ?? '');
  if (callId === '') return undefined;
  const answered = await load(call, callId);
  const programmeId = answered.terms.programme;
  const title = state?.application.content.title ?? id;
  return {
    callId,
    call: answered,
    programmeId,
    programme: await load(programme, programmeId),
    ...(state && { project: { id, title: { fr: title, en: title } } }),
  };
}

/**
 * What has to be told of a decision, to whom: the funders in the envelope of the call, at the addresses that the programme has of them.
 * Imported decisions are told to nobody, nor is what is not worth it. `publicUrl` is where people reach this Jalon.
 */
export async function noticesOf(decision: LoggedDecision, load: Load, publicUrl: string): Promise<readonly Addressed[]> {
  const told = toldDecisions.get(decision.type);
  if (!told || decision.actor.kind === 'import') return [];
  const concerned = await concernedBy(decision, load);
  if (!concerned) return [];
  const { type, words } = told;
  const data = upcast(type, { version: decision.shapeVersion, data: decision.data });
  const about = aboutOf(decision, concerned);
  if (words.when?.(data, about) === false) return [];
  return byFunder(concerned.call.terms.envelope).flatMap(({ funder }) => {
    const known = concerned.programme.funders[funder];
    const { email, webhook } = known?.notify ?? {};
    if (!known || (!email && !webhook) || words.to?.(data, known) === false) return [];
    const notice = noticeTo(funder, { decision, data, told, about, concerned }, publicUrl);
    return [
      ...(email ? [{ channel: 'email' as const, address: addressInLedger(email), notice }] : []),
      ...(webhook ? [{ channel: 'webhook' as const, address: webhook, notice }] : []),
    ];
  });
}

function aboutOf({ command }: LoggedDecision, { call: answered, project: asked, programme: { identity, funders } }: Concerned): About {
  return {
    title: asked?.title ?? answered.terms.title,
    funder: (id) => funders[id]?.name ?? { fr: id, en: id },
    amount: (cents) => amountInWords(cents, identity.currency),
    lastDayBefore: (instant) => dayInWords(dayOf(new Date(Date.parse(instant) - 1).toISOString(), identity.timeZone)),
    command: command.name,
  };
}

interface ToTell {
  readonly decision: LoggedDecision;
  readonly data: unknown;
  readonly told: Told;
  readonly about: About;
  readonly concerned: Concerned;
}

function noticeTo(funder: string, { decision, data, told: { words }, about, concerned }: ToTell, publicUrl: string): Notice {
  const { identity } = concerned.programme;
  const share = words.share?.(data, funder);
  const note = words.note?.(data);
  const path = concerned.project ? `projects/${concerned.project.id}` : `calls/${concerned.callId}`;
  return {
    decision: decision.id,
    type: `${parseStream(decision.stream).kind}.${decision.type}`,
    stream: decision.stream,
    position: decision.position,
    decidedAt: decision.occurredAt,
    decidedOn: dayOf(decision.occurredAt, identity.timeZone),
    says: words.says(data, about),
    ...(note !== undefined && { note }),
    ...(share !== undefined && share > 0 && { share: { amount: share, currency: identity.currency } }),
    tenant: decision.tenant,
    programme: { id: concerned.programmeId, title: identity.name },
    demonstration: identity.demonstration,
    call: { id: concerned.callId, title: concerned.call.terms.title },
    ...(concerned.project && { project: concerned.project }),
    funder: { id: funder, title: about.funder(funder) },
    link: `${publicUrl}/${path}`,
  };
}
