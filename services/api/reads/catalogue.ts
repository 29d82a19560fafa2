import { type AnyCommand, commands, findCommand, type RefusalCode, refusals, Text } from '@jalon/domain';
import { z } from 'zod';
import { ProblemError } from '../problems/problem.ts';
import type { Reads } from './reads.ts';

const Params = z.object({ kind: z.string(), command: z.string() });
const Listed = z.strictObject({ kind: z.string(), command: z.string(), title: Text, creates: z.boolean() });
const Entry = Listed.extend({
  about: z.string().describe('What it does and when it is used, in English.'),
  schema: z.record(z.string(), z.unknown()).describe('The shape of its input, as JSON Schema (2020-12).'),
  example: z.unknown(),
  refusals: z.array(z.strictObject({ code: z.string(), text: Text })).describe('What its rule can refuse it for.'),
});
type Entry = z.output<typeof Entry>;

const listed = ({ kind, name, says, creates }: AnyCommand): z.output<typeof Listed> => ({ kind, command: name, title: { ...says }, creates });

const made = new Map<AnyCommand, Entry>();

/** A command as a form needs it. Shapes are made once: they do not change while the process lives. */
export function entryOf(command: AnyCommand): Entry {
  const known = made.get(command);
  if (known) return known;
  const entry = {
    ...listed(command),
    about: command.about,
    schema: z.toJSONSchema(command.data, { io: 'input', unrepresentable: 'any' }) as Entry['schema'],
    example: command.example,
    refusals: command.refuses.map((code: RefusalCode) => ({ code, text: { fr: refusals[code].fr, en: refusals[code].en } })),
  };
  made.set(command, entry);
  return entry;
}

/** What can be decided at all, for whoever makes forms of it. It holds nothing of any tenant. */
export function catalogueReads({ app }: Reads): void {
  app.get(
    '/v1/catalogue',
    {
      schema: {
        operationId: 'catalogue.list',
        tags: ['catalogue'],
        summary: 'Every command, by kind of thing',
        response: { 200: z.strictObject({ items: z.array(Listed) }) },
      },
    },
    async () => ({ items: commands.map(listed) }),
  );
  app.get(
    '/v1/catalogue/:kind/:command',
    {
      schema: {
        operationId: 'catalogue.read',
        tags: ['catalogue'],
        summary: 'A command: its words, the shape of its input, and what it can be refused for',
        params: Params,
        response: { 200: Entry },
      },
    },
    async ({ params: { kind, command: name } }) => {
      const command = findCommand(kind, name);
      if (!command) throw new ProblemError('thing-unknown', { thing: `command "${kind}/${name}"` });
      return entryOf(command);
    },
  );
}
