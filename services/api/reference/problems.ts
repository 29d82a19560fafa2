import { type AnyCommand, judgingRefusals, type RefusalCode, refusals } from '@jalon/domain';
import { type Problem, problem } from '../problems/problem.ts';
import { type ProblemCode, refusedTitle } from '../problems/words.ts';

const always: readonly ProblemCode[] = [
  'not-signed-in',
  'token-rejected',
  'forbidden',
  'thing-unknown',
  'too-many-requests',
  'internal',
  'log-unavailable',
];
const ofReads: readonly ProblemCode[] = [
  ...always,
  'input-invalid',
  'path-malformed',
  'view-behind',
  'nothing-then',
  'instant-in-the-future',
  'instants-reversed',
];
const ofTrials: readonly ProblemCode[] = [...ofReads, 'json-malformed', 'body-too-large', 'media-type-unsupported'];
const ofUploads: readonly ProblemCode[] = [
  ...always,
  'attachment-empty',
  'attachment-too-large',
  'attachment-type-unsupported',
  'attachment-not-its-type',
  'attachment-infected',
  'attachments-unavailable',
];
const ofCommands: readonly ProblemCode[] = [
  ...always,
  'input-invalid',
  'json-malformed',
  'path-malformed',
  'idempotency-key-missing',
  'contended',
  'version-stale',
  'body-too-large',
  'media-type-unsupported',
  'key-reused',
  'service-unfit',
];

interface ProblemResponse {
  readonly description: string;
  readonly content: Readonly<
    Record<'application/problem+json', { readonly schema: object; readonly examples: Readonly<Record<string, { readonly value: Problem }>> }>
  >;
}

/** Every problem that a read can be answered with, by status. */
export const readProblems = (): Record<string, ProblemResponse> => responses(ofReads.map((code) => problem('en', code)));

/** Every problem that a trial of a selection can be answered with: its applications may not be such that they can be ranked. */
export const trialProblems = (): Record<string, ProblemResponse> =>
  responses([...ofTrials.map((code) => problem('en', code)), ...(['call-not-closed', ...judgingRefusals] as const).map(refusalExample)]);

/** Every problem that storing a file can be answered with, by status. */
export const uploadProblems = (): Record<string, ProblemResponse> => responses(ofUploads.map((code) => problem('en', code)));

/** Every problem that a command can be answered with, its refusals among them, by status. */
export function commandProblems(command: AnyCommand): Record<string, ProblemResponse> {
  const codes = command.creates ? [...ofCommands, 'already-exists' as const] : ofCommands;
  return responses([...codes.map((code) => problem('en', code)), ...command.refuses.map(refusalExample)]);
}

/** What the refusals of a command say, as lines for its description. */
export const refusalLines = ({ refuses }: AnyCommand): readonly string[] =>
  refuses.map((code: RefusalCode) => `- \`${code}\` (${refusals[code].status}): ${refusals[code].en}`);

function refusalExample(code: RefusalCode): Problem {
  const { status, en } = refusals[code];
  return { type: `urn:jalon:problem:${code}`, title: refusedTitle.en, status, code, detail: en };
}

function responses(problems: readonly Problem[]): Record<string, ProblemResponse> {
  const byStatus = Map.groupBy(problems, ({ status }) => status);
  return Object.fromEntries([...byStatus].sort(([a], [b]) => a - b).map(([status, group]) => [String(status), response(group)]));
}

function response(group: readonly Problem[]): ProblemResponse {
  const titles = new Set(group.map(({ title }) => title));
  const examples = Object.fromEntries(group.map((one) => [one.code, { value: one }]));
  return {
    description: `${[...titles].join('; ')}.`,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, examples } },
  };
}
