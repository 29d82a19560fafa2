import { commands } from '@jalon/domain';
import { getDefaultFormState, type RJSFSchema } from '@rjsf/utils';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Shape } from './shape.ts';
import { validator } from './validator.ts';
import { worded } from './worded.ts';

const words = { field: (name: string) => name, choice: (value: string) => value };

describe('the form of each command', () => {
  it.each(commands.map((command) => [`${command.kind}/${command.name}`, command] as const))(
    '%s begins empty, and holds its example',
    (_, command) => {
      const shape = z.toJSONSchema(command.data, { io: 'input', unrepresentable: 'any' }) as Shape;
      const { schema } = worded(shape, words);
      expect(() => getDefaultFormState(validator, schema, undefined, schema)).not.toThrow();
      const filled = getDefaultFormState(validator, schema, structuredClone(command.example), schema) as RJSFSchema;
      expect(filled).toMatchObject(command.example as object);
    },
  );
});
