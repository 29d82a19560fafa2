import { Chip, Group, NativeSelect, NumberInput, Switch, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../forms/use-field-words.ts';
import { AmountsInput } from './amounts-input.tsx';
import { DurationInput } from './duration-input.tsx';
import type { Leaf } from './leaves.ts';
import { NumbersInput } from './numbers-input.tsx';
import classes from './policy.module.css';
import { QuestionsInput } from './questions-input.tsx';
import { RatesInput } from './rates-input.tsx';

export interface FieldProps {
  readonly leaf: Leaf;
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  readonly error?: string | undefined;
  readonly onChange: (path: readonly string[], value: unknown) => void;
}

/** The input of one value of the policy, by its kind. */
export function PolicyField({ leaf, id, label, value, error, onChange }: FieldProps) {
  const { t } = useTranslation(['policy', 'forms']);
  const words = useFieldWords();
  const { path, shape, kind } = leaf;
  const put = (next: unknown) => onChange(path, next);
  const name = path.at(-1) ?? '';
  const common = { id, error, 'aria-label': label };
  switch (kind) {
    case 'duration':
      return <DurationInput label={label} value={String(value ?? 'P1M')} error={error} onChange={put} />;
    case 'money':
      return <Counted {...common} value={Number(value ?? 0) / 100} suffix=" €" decimals={2} onTyped={(typed) => put(Math.round(typed * 100))} />;
    case 'share':
      return (
        <Counted {...common} value={Number(value ?? 0) / 100} suffix=" %" decimals={2} most={100} onTyped={(typed) => put(Math.round(typed * 100))} />
      );
    case 'days':
      return <Counted {...common} value={Number(value ?? 0)} suffix={` ${t('policy:unit.days')}`} most={shape.maximum} onTyped={put} />;
    case 'months':
      return <Counted {...common} value={Number(value ?? 0)} suffix={` ${t('policy:unit.months')}`} most={shape.maximum} onTyped={put} />;
    case 'yes-no':
      return (
        <Switch
          {...common}
          checked={value === true}
          onChange={({ currentTarget }) => put(currentTarget.checked)}
          label={value ? t('forms:yes') : t('forms:no')}
        />
      );
    case 'choice':
      return (
        <NativeSelect
          {...common}
          value={String(value)}
          data={(shape.enum ?? []).map((one) => ({ value: String(one), label: words.choice(String(one), name) }))}
          onChange={({ currentTarget }) => put(currentTarget.value)}
          maw={320}
        />
      );
    case 'choices':
      return <Choices label={label} error={error} name={name} of={shape.items?.enum ?? []} value={value} onChange={put} />;
    case 'numbers':
      return <NumbersInput label={label} value={numbersIn(value)} error={error} onChange={put} />;
    case 'prose':
      return (
        <Textarea
          {...common}
          value={String(value ?? '')}
          onChange={({ currentTarget }) => put(currentTarget.value)}
          autosize
          minRows={2}
          maxRows={8}
        />
      );
    case 'amounts':
      return <AmountsInput label={label} value={value} onChange={put} />;
    case 'rates':
      return <RatesInput shape={shape} value={value} onChange={put} />;
    case 'questions':
      return <QuestionsInput id={id} label={label} value={value} onChange={put} />;
    default:
      return (
        <Counted {...common} value={Number(value ?? 0)} suffix="" decimals={shape.type === 'integer' ? 0 : 1} most={shape.maximum} onTyped={put} />
      );
  }
}

const numbersIn = (value: unknown): readonly number[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'number') : []);

interface CountedProps {
  readonly id: string;
  readonly 'aria-label': string;
  readonly error?: string | undefined;
  readonly value: number;
  readonly suffix: string;
  readonly decimals?: number;
  readonly most?: number | undefined;
  readonly onTyped: (value: number) => void;
}

/** A number with its unit; nothing typed counts for nothing. */
function Counted({ value, suffix, decimals = 0, most, onTyped, ...rest }: CountedProps) {
  const { i18n } = useTranslation();
  const isFrench = i18n.language !== 'en';
  return (
    <NumberInput
      {...rest}
      value={value}
      onChange={(typed) => onTyped(typed === '' ? 0 : Number(typed))}
      suffix={suffix}
      decimalScale={decimals}
      decimalSeparator={isFrench ? ',' : '.'}
      thousandSeparator={isFrench ? ' ' : ','}
      min={0}
      {...(most !== undefined && { max: most })}
      allowNegative={false}
      hideControls
      w={180}
    />
  );
}

function Choices({
  label,
  error,
  name,
  of,
  value,
  onChange,
}: {
  readonly label: string;
  readonly error?: string | undefined;
  readonly name: string;
  readonly of: readonly unknown[];
  readonly value: unknown;
  readonly onChange: (value: readonly string[]) => void;
}) {
  const words = useFieldWords();
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return (
    <fieldset className={classes.choices}>
      <legend className="visually-hidden">{label}</legend>
      <Chip.Group multiple value={chosen} onChange={(next) => onChange(of.map(String).filter((one) => next.includes(one)))}>
        <Group gap={6}>
          {of.map((one) => (
            <Chip key={String(one)} value={String(one)} size="sm" variant="outline" radius="sm">
              {words.choice(String(one), name)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {error && (
        <Text size="sm" c="red" mt={4}>
          {error}
        </Text>
      )}
    </fieldset>
  );
}
