import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../api/decide.ts';

export type ConflictNature = InputOf<'project/declare-conflict'>['nature'];
const natures = ['employment', 'board-member', 'family', 'financial', 'competing-project', 'other'] as const satisfies readonly ConflictNature[];

interface NatureChoiceProps {
  readonly value: ConflictNature | undefined;
  readonly onChange: (nature: ConflictNature) => void;
}

/** What ties somebody to an applicant: a category, never words. */
export function NatureChoice({ value, onChange }: NatureChoiceProps) {
  const { t } = useTranslation('review');
  const choose = (chosen: string) => {
    const nature = natures.find((one) => one === chosen);
    if (nature) onChange(nature);
  };
  return (
    <Radio.Group label={t('nature.label')} value={value ?? ''} onChange={choose}>
      <Stack gap="xs" mt="xs">
        {natures.map((one) => (
          <Radio key={one} value={one} label={t(`nature.${one}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
