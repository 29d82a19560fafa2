import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import { meaningOf, resolved, type Shape } from './shape.ts';

/** Names of fields and choices in the language in use. */
export interface FieldWords {
  readonly field: (name: string) => string;
  readonly choice: (value: string, field: string) => string;
}

const widgets = { money: 'money', share: 'share', day: 'day', moment: 'moment', file: 'file', prose: 'prose' } as const;

/** A command's shape with the names that people know, and how each field is to be shown. */
export function worded(root: Shape, words: FieldWords): { readonly schema: RJSFSchema; readonly uiSchema: UiSchema } {
  return { schema: titled(root, '', root, words) as RJSFSchema, uiSchema: shown(root, '', root, words) };
}

/**
 * Of several ways to write a text, such as a day or an instant, the first: a form asks for one thing. What was written in another way stays as it is until it is
 * changed.
 */
const oneText = (shape: Shape): Shape => {
  const { anyOf, ...rest } = shape;
  const [first] = anyOf ?? [];
  return first && anyOf!.every(({ type }) => type === 'string') ? { ...rest, ...first } : shape;
};

function titled(given: Shape, name: string, root: Shape, words: FieldWords): Shape {
  const { anyOf, ...shape } = oneText(given);
  const { properties, items, oneOf, $defs } = shape;
  const inner = (one: Shape, named = name) => titled(one, named, root, words);
  const choices = anyOf ?? oneOf;
  return {
    ...shape,
    // A programme's own form names its fields itself.
    ...(name !== '' && { title: shape.title ?? words.field(name) }),
    ...(properties && { properties: mapped(properties, (one, key) => inner(one, key)) }),
    ...(items && { items: inner(items), ...(resolved(items, root).enum && { uniqueItems: true }) }),
    ...(choices && { oneOf: choices.map((one) => ({ ...inner(one), title: optionTitle(one, words) })) }),
    ...($defs && { $defs: mapped($defs, (one) => inner(one, '')) }),
  };
}

/** What one of several shapes is called: by the constant that tells it from the others, or by its fields. */
function optionTitle({ properties, type }: Shape, words: FieldWords): string {
  const constant = Object.entries(properties ?? {}).find(([, { const: value }]) => typeof value === 'string');
  if (constant) return words.choice(String(constant[1].const), constant[0]);
  const names = Object.keys(properties ?? {});
  return names.length > 0 ? names.map(words.field).join(', ') : (type ?? '');
}

function shown(given: Shape, name: string, root: Shape, words: FieldWords, depth = 0): UiSchema {
  const shape = oneText(resolved(given, root));
  // Recursive shapes end somewhere.
  if (depth > 8) return {};
  const inner = (one: Shape, named: string) => shown(one, named, root, words, depth + 1);
  const meaning = meaningOf(shape);
  const ui: UiSchema = {};
  // A file is one thing to people, whatever a command names it by.
  if (shape.properties?.hash && shape.properties.mediaType) return { 'ui:field': 'attachment' };
  if (meaning in widgets) ui['ui:widget'] = widgets[meaning as keyof typeof widgets];
  if (meaning === 'choice') ui['ui:enumNames'] = (shape.enum ?? []).map((value) => words.choice(String(value), name));
  if (meaning === 'choice' && typeof shape.const === 'string') ui['ui:widget'] = 'hidden';
  if (shape.const !== undefined) ui['ui:widget'] = 'hidden';
  if (shape.items) {
    const item = resolved(shape.items, root);
    ui.items = item.enum ? {} : inner(shape.items, name);
    ui['ui:options'] = { orderable: false };
    if (item.enum) {
      ui['ui:widget'] = 'checkboxes';
      ui['ui:enumNames'] = item.enum.map((value) => words.choice(String(value), name));
    }
  }
  for (const [key, one] of Object.entries(shape.properties ?? {})) ui[key] = inner(one, key);
  for (const one of shape.anyOf ?? shape.oneOf ?? []) Object.assign(ui, inner(one, name));
  return ui;
}

const mapped = <In, Out>(all: Readonly<Record<string, In>>, change: (one: In, key: string) => Out): Record<string, Out> =>
  Object.fromEntries(Object.entries(all).map(([key, one]) => [key, change(one, key)]));
