import { z } from 'zod';

/** The most that the answers of one application may take, as JSON text. */
const MOST_CHARACTERS = 200_000;

/** The name of a section or a question, as the form has it: a state is a plain object, so the one name that every object has is none. */
const Name = z.string().regex(/^(?!constructor$)[A-Za-z][A-Za-z0-9_-]{0,59}$/, 'a name is up to 60 letters, digits, underscores and hyphens');

const Value = z.union([z.string().max(8000), z.number(), z.boolean(), z.null()]);
const Values = z.union([Value, z.array(Value).max(200)]);
const Row = z.record(Name, Values);
const Question = z.union([Values, z.array(Row).max(200), Row]);
const Section = z.record(Name, Question);

/**
 * Answers to the programme's own form, by section: plain JSON values, no deeper than a table within a section. Only their shape is looked at here;
 * what the form requires is looked at when the application is handed in. An answer of null takes a section back.
 */
export const Answers = z
  .record(Name, z.union([Question, Section]))
  .refine((answers) => JSON.stringify(answers).length <= MOST_CHARACTERS, `answers take at most ${MOST_CHARACTERS} characters`);
export type Answers = Readonly<z.output<typeof Answers>>;

/** Of a form (a JSON Schema), what is read here: the names that it requires, in its sections too. */
const Form = z.looseObject({ required: z.array(z.string()).optional(), properties: z.record(z.string(), z.unknown()).optional() });
type Form = z.output<typeof Form>;

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

/** The names that a form requires and that have no answer: `section`, or `section.question`. A section that is left out as a whole is required only where the form says so. */
function leftOut({ required = [], properties = {} }: Form, answers: unknown): string[] {
  const here = required.filter((name) => isEmpty(fieldOf(answers, name)));
  const within = Object.entries(properties).flatMap(([name, part]) => {
    const section = Form.safeParse(part);
    const given = fieldOf(answers, name);
    if (!section.success || isEmpty(given) || Array.isArray(given) || typeof given !== 'object') return [];
    return leftOut(section.data, given).map((path) => `${name}.${path}`);
  });
  return [...here, ...within];
}

/** What the policy's application form requires and the application does not answer; nothing where the policy has no form. */
export const unanswered = (form: Form | undefined, answers: Answers = {}): string[] => (form ? leftOut(form, answers) : []);

/** Answers as they stand after a revision: section by section, those taken back left out. */
export const mergeAnswers = (before: Answers = {}, revised: Answers): Answers =>
  Object.fromEntries(Object.entries({ ...before, ...revised }).filter(([, answer]) => answer !== null));
