import { Text, Title } from '@mantine/core';
import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '../../../api/problem.ts';
import type { Shape } from '../../../forms/shape.ts';
import { PolicyField } from './field.tsx';
import { type Leaf, leavesOf, valueAt } from './leaves.ts';
import classes from './policy.module.css';
import { criteriaIn } from './rubric.ts';
import { RubricTable } from './rubric-table.tsx';
import { TiesInput } from './ties-input.tsx';
import { usePolicyWords } from './use-policy-words.ts';

export interface PartProps {
  readonly name: string;
  readonly shape: Shape;
  readonly value: unknown;
  /** Of the rubric as it is typed: what ties can be broken by. */
  readonly criteria: readonly string[] | undefined;
  readonly changed: boolean;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (path: readonly string[], value: unknown) => void;
}

/** What the shares of a part have to add up to, in basis points. */
const WHOLE = 10_000;
const shared: readonly string[] = ['phaseShares', 'tranches'];
const wide: readonly string[] = ['choices', 'prose', 'amounts', 'rates', 'questions', 'numbers'];

/** One part of the policy as it is typed: its name, what it is, its fields. Typed anew only when something in it changes. */
export const PolicyPart = memo(function PolicyPart({ name, shape, value, criteria, changed, problems, onChange }: PartProps) {
  const id = useId();
  const words = usePolicyWords();
  const leaves = leavesOf(shape, [name]);
  const single = leaves.length === 1 && leaves[0]?.path.length === 1;
  const own = problems.filter(({ field }) => field === `policy.${name}`).map(({ message }) => message);
  return (
    <div id={`part-${name}`} className={classes.part} data-changed={changed}>
      <Title order={3}>{words.part(name)}</Title>
      {words.help(name) && (
        <Text size="sm" c="dimmed">
          {words.help(name)}
        </Text>
      )}
      <div className={classes.rows}>
        {leaves.map((leaf, at) => {
          const key = leaf.path.join('-');
          const label = single ? words.part(name) : words.field(leaf.path);
          const here = valueAt(value, leaf.path.slice(1));
          const error = problems.find(({ field }) => field === `policy.${leaf.path.join('.')}`)?.message;
          const input = <Input leaf={leaf} id={`${id}-${at}`} label={label} value={here} error={error} criteria={criteria} onChange={onChange} />;
          if (single) return <div key={key}>{input}</div>;
          return (
            <div key={key} className={classes.row} data-wide={wide.includes(leaf.kind)}>
              <Text component="label" htmlFor={`${id}-${at}`} size="sm" fw={520}>
                {label}
              </Text>
              <div>{input}</div>
            </div>
          );
        })}
      </div>
      {shared.includes(name) && <Whole value={value} />}
      {own.length > 0 && (
        <Text size="sm" c="red" mt="xs" role="alert">
          {own.join(' ')}
        </Text>
      )}
    </div>
  );
});

interface InputProps {
  readonly leaf: Leaf;
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  readonly error: string | undefined;
  readonly criteria: readonly string[] | undefined;
  readonly onChange: PartProps['onChange'];
}

function Input({ criteria, ...field }: InputProps) {
  const { leaf, value, onChange } = field;
  if (leaf.kind === 'rubric') return <RubricTable shape={leaf.shape} value={value} onChange={(next) => onChange(leaf.path, next)} />;
  if (leaf.kind === 'ties') return <TiesInput criteria={criteria ?? []} value={value} onChange={(next) => onChange(leaf.path, next)} />;
  return <PolicyField {...field} />;
}

/** Whether the shares of a part make a whole. */
function Whole({ value }: { readonly value: unknown }) {
  const { t } = useTranslation('policy');
  const sum = Object.values(typeof value === 'object' && value !== null ? value : {}).reduce((all: number, one) => all + Number(one), 0);
  return (
    <Text size="sm" fw={600} c={sum === WHOLE ? 'green' : 'red'} mt="xs" role="status">
      {sum === WHOLE ? t('shares.whole') : t('shares.notWhole', { sum: `${sum / 100} %` })}
    </Text>
  );
}

/** The criteria of a policy’s rubric, by name. */
export const criteriaOf = (policy: unknown): readonly string[] => criteriaIn(valueAt(policy, ['rubric'])).map(({ criterion }) => criterion);
