import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Block } from '../../../ui/block.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Absences } from './absences.tsx';
import type { Firmness } from './changes.ts';
import { Margins } from './margins.tsx';
import { SharesChart } from './shares-chart.tsx';

interface FirmnessShownProps {
  readonly firmness: Firmness;
  readonly titleOf: (application: string) => string;
}

/** How firm a selection is: by each figure of the rule, by each reviewer, and by many small changes at once. */
export function FirmnessShown({ firmness, titleOf }: FirmnessShownProps) {
  const { t } = useTranslation('trial');
  const { number } = useFormat();
  const { shares } = firmness;
  return (
    <Block title={t('firmness')}>
      <Stack gap="xl">
        <div>
          <Text c="dimmed" mb="md">
            {t('sharesText', { draws: number(shares.draws), spread: number(shares.spread), seed: shares.seed })}
          </Text>
          <SharesChart shares={shares} titleOf={titleOf} />
        </div>
        <Margins firmness={firmness} titleOf={titleOf} />
        <Absences reviewers={firmness.reviewers} titleOf={titleOf} />
      </Stack>
    </Block>
  );
}
