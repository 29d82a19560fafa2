import { z } from 'zod';

/** Who asks: a person, a workflow (process), a service of ours, or an import of earlier records. Ids are opaque: names live in accounts. */
export const Actor = z.strictObject({
  kind: z.enum(['person', 'process', 'service', 'import']),
  id: z.string().min(1).max(200),
});
export type Actor = Readonly<z.output<typeof Actor>>;

/** Ids are keys of states, which are plain objects: the one name of this form that every object has is no id. */
const ID = /^(?!constructor$)[a-z0-9][a-z0-9-]{0,62}$/;

/** A person, by an opaque id. */
export const PersonId = z.string().regex(ID, 'a person id is up to 63 lower-case letters, digits and hyphens');
export type PersonId = z.output<typeof PersonId>;

/** The name of a thing in its kind, chosen by whoever creates it: `project-<id>` is the stream of project `<id>`. */
export const ThingId = z.string().regex(ID, 'an id is up to 63 lower-case letters, digits and hyphens');
export type ThingId = z.output<typeof ThingId>;

/** A text in both languages of the programme. */
export const Text = z.strictObject({ fr: z.string().min(1).max(4000), en: z.string().min(1).max(4000) });
export type Text = Readonly<z.output<typeof Text>>;
