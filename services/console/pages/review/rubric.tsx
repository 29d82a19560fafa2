import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Claim, CriterionField } from './criterion-field.tsx';
import type { Rubric as Criteria, Typed, TypedMarks } from './marks.ts';

const untouched: Typed = {};

interface RubricProps {
  readonly rubric: Criteria;
  readonly marks: TypedMarks;
  readonly claims: Readonly<Record<string, Claim>>;
  readonly strict: boolean;
  readonly onChange: (criterion: string, typed: Typed) => void;
}

/** The criteria of the policy in force, block by block, each with its mark and reason. */
export function Rubric({ rubric, marks, claims, strict, onChange }: RubricProps) {
  const { t } = useTranslation(['review', 'criteria']);
  const blocks = Map.groupBy(rubric, ({ block }) => block);
  return (
    <>
      <Text id="mark-keys" size="sm" c="dimmed" mb="md">
        {t('review:keys')}
      </Text>
      {[...blocks].map(([block, criteria]) => (
        <section key={block} aria-labelledby={`block-${block}`}>
          <Title order={3} size="h3" id={`block-${block}`} mt="md">
            {t(`criteria:block-${block}`, { defaultValue: block })}
          </Title>
          {criteria.map((criterion) => (
            <CriterionField
              key={criterion.criterion}
              of={criterion}
              typed={marks[criterion.criterion] ?? untouched}
              claim={claims[criterion.criterion]}
              strict={strict}
              onChange={onChange}
            />
          ))}
        </section>
      ))}
    </>
  );
}
