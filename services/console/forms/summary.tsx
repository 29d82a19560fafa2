import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/format.ts';
import { meaningOf, resolved, type Shape } from './shape.ts';
import classes from './summary.module.css';
import { useFieldWords } from './use-field-words.ts';

export interface Summarised {
  readonly shape: Shape;
  readonly value: unknown;
}

/** What was typed, in words: names of fields and choices, amounts, days. Only what is there. */
export function Summary({ shape, value }: Summarised) {
  return <Part shape={shape} value={value} root={shape} name="" />;
}

interface PartProps extends Summarised {
  readonly root: Shape;
  readonly name: string;
}

function Part({ shape: given, value, root, name }: PartProps) {
  const words = useFieldWords();
  const shape = shapeOf(resolved(given, root), value);
  if (Array.isArray(value)) {
    const item = shape.items ?? {};
    const isPlain = value.every((one) => typeof one !== 'object');
    if (isPlain)
      return value.map((one, at) => (
        <span key={String(one)}>
          {at > 0 && ', '}
          <Part shape={item} value={one} root={root} name={name} />
        </span>
      ));
    return (
      <ol className={classes.list}>
        {value.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a summary does not change while it is read
          <li key={at}>
            <Part shape={item} value={one} root={root} name={name} />
          </li>
        ))}
      </ol>
    );
  }
  if (typeof value === 'object' && value !== null) {
    return (
      <dl className={classes.fields}>
        {Object.entries(value).map(([key, inner]) => (
          <div key={key}>
            <dt>{words.field(key)}</dt>
            <dd>
              <Part shape={shape.properties?.[key] ?? {}} value={inner} root={root} name={key} />
            </dd>
          </div>
        ))}
      </dl>
    );
  }
  return <Plain shape={shape} value={value} name={name} />;
}

/** Of several shapes, the one with the fields that the value has. */
function shapeOf(shape: Shape, value: unknown): Shape {
  const choices = shape.anyOf ?? shape.oneOf;
  if (!choices) return shape;
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  return choices.find(({ properties }) => properties && keys.every((key) => key in properties)) ?? choices[0] ?? shape;
}

function Plain({ shape, value, name }: { readonly shape: Shape; readonly value: unknown; readonly name: string }) {
  const { t } = useTranslation('forms');
  const { money, percent, day, moment, number } = useFormat();
  const words = useFieldWords();
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  const meaning = meaningOf(shape);
  if (meaning === 'money') return money(Number(value));
  if (meaning === 'share') return percent(Number(value) / 10_000, 2);
  if (meaning === 'number') return number(Number(value));
  if (meaning === 'day') return day(String(value));
  if (meaning === 'moment') return moment(String(value));
  if (meaning === 'choice' || shape.const !== undefined) return words.choice(String(value), name);
  if (meaning === 'file') return <code>{String(value).slice(0, 16)}…</code>;
  return <span className={classes.text}>{String(value)}</span>;
}
