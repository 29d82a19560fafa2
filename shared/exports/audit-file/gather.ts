import type { LoggedDecision, OpenedLog } from '@jalon/decision-log';
import { call, type Load, type Project, project, streamOf } from '@jalon/domain';
import { ApplicationRevised, ItemConcluded, SittingConvened } from '@jalon/domain/decisions';
import type { Gathered } from './audit-file.ts';

type Log = Pick<OpenedLog, 'readStream' | 'streams'>;

/** What of a call concerns each of its projects; of other types, what names the project. */
const OF_THE_CALL = new Set([
  'call-drafted',
  'call-published',
  'call-amended',
  'call-closed',
  'tie-settled',
  'selection-concluded',
  'results-published',
]);
const OF_A_SITTING = new Set(['no-interest-declared', 'member-recused', 'minutes-signed', 'sitting-convened']);
const OF_AN_ORGANISATION = new Set(['declaration-made', 'aid-declared', 'aid-reduced', 'aid-cancelled']);

/**
 * Reads what belongs in the audit file of a project: its own decisions, and those of its call, programme, sittings and organisation that concern it. Undefined where
 * the tenant has no such project.
 */
export async function gather(log: Log, load: Load, tenant: string, id: string): Promise<Gathered | undefined> {
  const own = await log.readStream(tenant, streamOf(project.name, id));
  if (own.length === 0) return undefined;
  const state = await load(project, id);
  const callId = state.application.call;
  const programme = callId === '' ? (state.caseStudy?.programme ?? '') : (await load(call, callId)).terms.programme;
  const decisions = [
    ...own,
    ...(await ofCall(log, tenant, callId, id)),
    ...(await ofProgramme(log, tenant, programme)),
    ...(await ofSittings(log, tenant, id)),
    ...(await ofOrganisation(log, tenant, state)),
  ];
  const { title = id, organisation = '' } = describedBy(own);
  return { tenant, project: id, title, organisation, programme, call: callId, decisions: decisions.sort((a, b) => a.position - b.position) };
}

function describedBy(own: readonly LoggedDecision[]): { readonly title?: string; readonly organisation?: string } {
  const revised = own.findLast(({ type }) => type === ApplicationRevised.type);
  const data = revised?.data;
  const member = (name: string) => (typeof data === 'object' && data !== null ? Object.entries(data).find(([key]) => key === name)?.[1] : undefined);
  const [title, organisation] = [member('title'), member('organisation')];
  return { ...(typeof title === 'string' && { title }), ...(typeof organisation === 'string' && { organisation }) };
}

const names = ({ data }: LoggedDecision, project: string): boolean =>
  typeof data === 'object' && data !== null && 'application' in data && data.application === project;

async function ofCall(log: Log, tenant: string, id: string, of: string): Promise<readonly LoggedDecision[]> {
  if (id === '') return [];
  const decisions = await log.readStream(tenant, streamOf(call.name, id));
  return decisions.filter((decision) => OF_THE_CALL.has(decision.type) || names(decision, of));
}

async function ofProgramme(log: Log, tenant: string, id: string): Promise<readonly LoggedDecision[]> {
  const decisions = id === '' ? [] : await log.readStream(tenant, streamOf('programme', id));
  return decisions.filter(({ type }) => type === 'policy-adopted');
}

async function ofSittings(log: Log, tenant: string, of: string): Promise<readonly LoggedDecision[]> {
  const streams = Object.keys(await log.streams(tenant, 'sitting-'));
  const all = await Promise.all(streams.map((stream) => log.readStream(tenant, stream)));
  return all.flatMap((decisions) => {
    const convened = decisions.map(({ type, data }) => (type === SittingConvened.type ? SittingConvened.data.safeParse(data) : undefined));
    const items = convened.flatMap((parsed) => (parsed?.success ? parsed.data.items : [])).filter(({ project: about }) => about === of);
    if (items.length === 0) return [];
    const mine = new Set(items.map(({ item }) => item));
    return decisions.filter(({ type, data }) => OF_A_SITTING.has(type) || (type === ItemConcluded.type && isOf(data, mine)));
  });
}

const isOf = (data: unknown, items: ReadonlySet<string>): boolean =>
  typeof data === 'object' && data !== null && 'item' in data && typeof data.item === 'string' && items.has(data.item);

async function ofOrganisation(log: Log, tenant: string, { funding, consortium }: Project): Promise<readonly LoggedDecision[]> {
  const id = funding.organisation ?? consortium.find(({ role }) => role === 'lead')?.organisation;
  const decisions = id === undefined ? [] : await log.readStream(tenant, streamOf('organisation', id));
  return decisions.filter(({ type }) => OF_AN_ORGANISATION.has(type));
}
