import { z } from 'zod';

/** Whom a piece of personal data is about, by a member that stands beside it or further out: a person, or a thing whose contact it is. */
export type About =
  | {
      /** The member that holds the person's id. */
      readonly person: string;
      /** Surplus: it can be erased while what says who somebody is has to be kept. */
      readonly surplus?: true;
    }
  | {
      /** The member that holds the id of the thing, within its stream. */
      readonly contactOf: string;
    };

/** Personal data as it is recorded: sealed with the key of its subject. Destroying that key erases it wherever it has got to. */
export const Sealed = z.strictObject({
  /** The subject, whose key opens it: see `subjectOf`. */
  of: z.string().min(1).max(300),
  /** Base64url. */
  sealed: z.string().regex(/^[\w-]{40,}$/),
});
export type Sealed = Readonly<z.output<typeof Sealed>>;

interface Content {
  readonly about: About;
  readonly text?: string;
  readonly sealed?: Sealed;
}

let look: (personal: Personal) => Content;
let put: (personal: Personal, sealed: Sealed) => void;

/**
 * Personal data as rules meet it: opaque. They pass it on from what was asked to what is decided, and can neither read nor compare it, so that deciding again works
 * when it is erased. Written out, it is what was sealed; before that it cannot be written.
 */
export class Personal {
  #content: Content;
  constructor(content: string | Sealed, about: About) {
    this.#content = typeof content === 'string' ? { about, text: content } : { about, sealed: content };
  }
  toJSON(): Sealed {
    if (!this.#content.sealed) throw new Error('Personal data was about to be written as it is: it has to be sealed before.');
    return this.#content.sealed;
  }
  static {
    look = (personal) => personal.#content;
    put = (personal, sealed) => {
      personal.#content = { about: personal.#content.about, sealed };
    };
  }
}

/** A piece of personal data in a command's or a decision's data, and where it stands there. */
export interface Piece {
  readonly personal: Personal;
  /** Whose key seals it: `person:<id>`, `person:<id>/contact` for surplus contacts, `<stream>/<id>` for the contact of a thing. */
  readonly of: string;
  readonly path: string;
  /** As it was given; absent where it is sealed already. */
  readonly text?: string;
}

type Path = readonly { readonly name: string; readonly within: object }[];

/** Every piece of personal data in parsed data of a stream. Throws where what names its subject is missing: a mistake in the shape. */
export function piecesIn(data: unknown, stream: string): readonly Piece[] {
  const found: Piece[] = [];
  const walk = (value: unknown, path: Path): void => {
    if (value instanceof Personal) {
      const { about, text } = look(value);
      found.push({
        personal: value,
        of: subjectOf(about, path, stream),
        path: path.map(({ name }) => name).join('.'),
        ...(text !== undefined && { text }),
      });
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, part] of Object.entries(value)) walk(part, [...path, { name, within: value }]);
    }
  };
  walk(data, []);
  return found;
}

function subjectOf(about: About, path: Path, stream: string): string {
  const member = 'person' in about ? about.person : about.contactOf;
  const outer = path.findLast(({ within }) => typeof memberOf(within, member) === 'string')?.within;
  if (!outer) throw new Error(`Nothing beside ${path.map(({ name }) => name).join('.')} is called "${member}", which has to say whom it is about.`);
  const id = String(memberOf(outer, member));
  if ('contactOf' in about) return `${stream}/${id}`;
  return about.surplus ? surplusOf(personSubject(id)) : personSubject(id);
}

const memberOf = (within: object, name: string): unknown => Object.entries(within).find(([key]) => key === name)?.[1];

/** The subject that a person is. */
export const personSubject = (person: string): string => `person:${person}`;
/** The subject that a person's surplus contacts have beside it. */
export const surplusOf = (subject: string): string => `${subject}/contact`;

/** From here on it is written out as this. */
export const sealAs = (personal: Personal, sealed: Sealed): void => put(personal, sealed);

/** What was asked, with every piece of personal data as it is sealed. `parsed` is the same as its shape read it. */
export function withSealed(asked: unknown, parsed: unknown): unknown {
  if (parsed instanceof Personal) return parsed.toJSON();
  if (Array.isArray(asked) && Array.isArray(parsed)) return asked.map((part, index) => withSealed(part, parsed[index]));
  if (typeof asked !== 'object' || asked === null || typeof parsed !== 'object' || parsed === null) return asked;
  return Object.fromEntries(Object.entries(asked).map(([name, part]) => [name, withSealed(part, memberOf(parsed, name))]));
}

/** What stands in a state or a decision for personal data: sealed; or the text itself, in decisions from before it was sealed. Undefined for anything else. */
export function contentOf(value: unknown): string | Sealed | undefined {
  if (typeof value === 'string') return value;
  if (value instanceof Personal) return look(value).sealed ?? look(value).text;
  return Sealed.safeParse(value).data;
}

const known = new WeakMap<z.ZodType, boolean>();

/** Whether data of a shape can hold personal data. Worked out once for each. */
export function holdsPersonal(shape: z.ZodType): boolean {
  const before = known.get(shape);
  if (before !== undefined) return before;
  const holds = JSON.stringify(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' })).includes(`"${MARK}":true`);
  known.set(shape, holds);
  return holds;
}

/** Marks personal data in JSON Schema. */
export const MARK = 'x-personal';
