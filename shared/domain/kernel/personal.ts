import { z } from 'zod';
import { type About, MARK, Personal, Sealed } from './sealing.ts';

export type { Personal } from './sealing.ts';

/**
 * A text about somebody, which is sealed before it is recorded and which rules cannot read. Give the shape as people type it, and the member that says whom it is
 * about: `personal(z.email(), { person: 'person' })`. Wrap it (`.optional()`) as it is; what changes the text belongs into the shape.
 */
export function personal(shape: z.ZodType<string, string>, about: About) {
  const field = z
    .union([z.custom<Personal>((value) => value instanceof Personal), Sealed, shape])
    .transform((given): Personal => (given instanceof Personal ? given : new Personal(given, about)));
  // In a form it is what people type, with a mark.
  field._zod.toJSONSchema = () => {
    const { $schema: _, ...told } = z.toJSONSchema(shape, { io: 'input' });
    return { ...told, [MARK]: true };
  };
  return field;
}
