import { Badge, Group, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { IconMail, IconWebhook } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../api/read.ts';
import { useFormat } from '../../../ui/format.ts';

type Way = Answer<'/v1/programmes/{id}/deliveries'>['ways'][number];

/** How a way fares now: what became of the newest, and whether something waits. What was given up long ago is counted, and no reason to worry. */
const healthOf = ({ latest, counts: { pending } }: Pick<Way, 'latest' | 'counts'>): 'stopped' | 'failed' | 'pending' | 'well' =>
  latest === 'stopped' || latest === 'failed' ? latest : pending > 0 ? 'pending' : 'well';

const colours = { stopped: 'red', failed: 'red', pending: 'yellow', well: 'green' } as const;

/** Each way by which a funder is told, and how it fares. */
export function WayCards({ ways }: { readonly ways: readonly Way[] }) {
  const { t } = useTranslation('programme');
  const { text, moment } = useFormat();
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      {ways.map((way) => {
        const { funder, name, channel, webhook, counts, lastSent, lastFailure } = way;
        const Shape = channel === 'email' ? IconMail : IconWebhook;
        const health = healthOf(way);
        return (
          <Paper key={`${funder}/${channel}`} component="article">
            <Group justify="space-between" align="flex-start" wrap="nowrap">
              <Group gap="xs" wrap="nowrap">
                <Shape size={20} aria-hidden />
                <Title order={2} size="h4">
                  {t(`delivery.way.${channel}`, { funder: text(name) })}
                </Title>
              </Group>
              <Badge color={colours[health]}>{t(`delivery.health.${health}`)}</Badge>
            </Group>
            {webhook && (
              <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {webhook}
              </Text>
            )}
            <Text size="sm" mt="sm" className="tabular">
              {(['sent', 'pending', 'failed', 'stopped'] as const)
                .filter((state) => state === 'sent' || counts[state] > 0)
                .map((state) => t(`delivery.count.${state}`, { count: counts[state] }))
                .join(' · ')}
            </Text>
            {lastSent && <Text size="sm">{t('delivery.lastSent', { moment: moment(lastSent) })}</Text>}
            {lastFailure && health !== 'well' && (
              <Text size="sm">{t('delivery.lastFailure', { moment: moment(lastFailure.at), outcome: lastFailure.outcome })}</Text>
            )}
            {health !== 'well' && (
              <Text size="sm" mt="xs" fw={600}>
                {t(`delivery.whatToDo.${health}`)}
              </Text>
            )}
          </Paper>
        );
      })}
    </SimpleGrid>
  );
}
