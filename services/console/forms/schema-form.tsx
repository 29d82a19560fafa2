import { type ThemeProps, withTheme } from '@rjsf/core';
import { Theme } from '@rjsf/mantine';
import { type ErrorSchema, englishStringTranslator, TranslatableString } from '@rjsf/utils';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '../api/problem.ts';
import { AttachmentField } from './attachment-field.tsx';
import type { Shape } from './shape.ts';
import { templates } from './templates.tsx';
import { useFieldWords } from './use-field-words.ts';
import { validator } from './validator.ts';
import { widgets } from './widgets.tsx';
import { worded } from './worded.ts';

const theme = Theme as ThemeProps;
const Form = withTheme({
  ...theme,
  fields: { ...theme.fields, attachment: AttachmentField },
  widgets: { ...theme.widgets, ...widgets },
  templates: { ...theme.templates, ...templates },
});

export interface SchemaFormProps {
  readonly shape: Shape;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  /** What is wrong, by path in the input: `budget.needs.0.amount`. */
  readonly problems: readonly FieldProblem[];
  /** How the ids of its elements begin: `field` gives `field_budget_needs_0_amount`. */
  readonly idPrefix?: string;
}

/** The fields of a shape, in words, without a button of their own. */
export function SchemaForm({ shape, value, onChange, problems, idPrefix = 'field' }: SchemaFormProps) {
  const { t } = useTranslation('forms');
  const words = useFieldWords();
  const { schema, uiSchema } = useMemo(() => worded(shape, words), [shape, words]);
  const extraErrors = useMemo(() => errorSchemaOf(problems), [problems]);
  const translate = (text: TranslatableString, params?: string[]): string => {
    if (text === TranslatableString.AddItemButton || text === TranslatableString.AddButton) return t('add');
    if (text === TranslatableString.RemoveButton) return t('remove');
    if (text === TranslatableString.OptionalObjectAdd) return t('optional.add');
    if (text === TranslatableString.OptionalObjectRemove) return t('optional.remove');
    if (text === TranslatableString.OptionalObjectEmptyMsg) return t('optional.none');
    if (text === TranslatableString.EmptyArray) return t('optional.none');
    if (text === TranslatableString.YesLabel) return t('yes');
    if (text === TranslatableString.NoLabel) return t('no');
    return englishStringTranslator(text, params);
  };
  return (
    <Form
      tagName="div"
      schema={schema}
      uiSchema={{ ...uiSchema, 'ui:globalOptions': { enableOptionalDataFieldForType: ['object'] }, 'ui:submitButtonOptions': { norender: true } }}
      formData={value}
      onChange={({ formData }) => onChange(formData)}
      validator={validator}
      extraErrors={extraErrors}
      noHtml5Validate
      showErrorList={false}
      idPrefix={idPrefix}
      translateString={translate}
      experimental_defaultFormStateBehavior={{
        emptyObjectFields: 'skipEmptyDefaults',
        arrayMinItems: { populate: 'requiredOnly' },
        constAsDefaults: 'always',
      }}
    />
  );
}

/** Problems by path, as the form wants them. */
function errorSchemaOf(problems: readonly FieldProblem[]): ErrorSchema {
  const root: Record<string, unknown> = {};
  for (const { field, message } of problems) {
    let at = root;
    for (const part of field.split('.').filter(Boolean)) {
      const inner = (at[part] ?? {}) as Record<string, unknown>;
      at[part] = inner;
      at = inner;
    }
    at.__errors = [...((at.__errors as string[] | undefined) ?? []), message];
  }
  return root as ErrorSchema;
}
