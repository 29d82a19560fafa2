import { z } from 'zod';

/**
 * What applications are asked beside what every one says: a JSON Schema (draft 2020-12) of an object, plain data. A form shows its properties in
 * their order, with their `title` and `description`.
 */
const Form = z.looseObject({
  type: z.literal('object'),
  properties: z.record(z.string().min(1).max(60), z.looseObject({})).refine((properties) => Object.keys(properties).length > 0, 'asks for nothing'),
  required: z.array(z.string()).optional(),
});

export const applicationFormPart = {
  /** Absent where nothing more is asked. */
  applicationForm: Form.optional(),
};

/** Answers that the form requires but does not ask for. */
export const requiredUnasked = (form: z.output<typeof Form> | undefined): readonly string[] =>
  (form?.required ?? []).filter((name) => !Object.hasOwn(form?.properties ?? {}, name));
