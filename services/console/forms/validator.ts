import { Validator } from '@cfworker/json-schema';
import type { RJSFSchema, ValidatorType } from '@rjsf/utils';

type Checked = ConstructorParameters<typeof Validator>[0];

/** What the form asks while it is drawn: which of several shapes a value has. Mistakes are found by `check.ts`, and told through `extraErrors`. */
export const validator: ValidatorType<unknown, RJSFSchema> = {
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  isValid(schema, value, root) {
    const whole = { ...schema, $defs: { ...root.$defs, ...schema.$defs } } as Checked;
    return new Validator(whole, '2020-12', true).validate(value).valid;
  },
  rawValidation: () => ({ errors: [] }),
};
