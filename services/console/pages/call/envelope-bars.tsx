import { Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/read.ts';
import { useFormat } from '../../ui/format.ts';

type Envelope = Answer<'/v1/calls/{id}'>['envelope'];

/** What of each funder's part of the envelope is committed. */
export function EnvelopeBars({ envelope, currency }: { readonly envelope: Envelope; readonly currency: string }) {
  const { t } = useTranslation('call');
  const { text, money, percent } = useFormat();
  return (
    <Stack gap="xs" mt="md">
      {envelope.map(({ funder, name, amount, committed }) => {
        const label = name ? text(name) : funder;
        const share = amount === 0 ? 0 : committed / amount;
        return (
          <div key={funder}>
            <Group justify="space-between" gap="xs">
              <Text size="sm">{label}</Text>
              <Text size="sm" className="tabular">
                {t('committed', { committed: money(committed, currency), amount: money(amount, currency) })}
              </Text>
            </Group>
            <Progress value={share * 100} size="sm" aria-label={t('committedShare', { funder: label, share: percent(share) })} />
          </div>
        );
      })}
    </Stack>
  );
}
