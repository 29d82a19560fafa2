import { Badge, Group, List, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Firmness } from './changes.ts';

interface AbsencesProps {
  readonly reviewers: Firmness['reviewers'];
  readonly titleOf: (application: string) => string;
}

/** Which single reviewer's absence would change the selection; unnamed for those who may not know who reviewed. */
export function Absences({ reviewers, titleOf }: AbsencesProps) {
  const { t } = useTranslation('trial');
  const deciding = reviewers.filter(({ changesSelection }) => changesSelection);
  return (
    <div>
      <Title order={3} size="h4" mb="xs">
        {t('absences')}
      </Title>
      {deciding.length === 0 && <Text>{t('noAbsence', { count: reviewers.length })}</Text>}
      <List spacing="xs">
        {deciding.map(({ reviewer, reviews, moves }, index) => (
          <List.Item key={reviewer ?? index}>
            <Group gap="xs">
              <Text span fw={600}>
                {reviewer ?? t('someReviewer')}
              </Text>
              <Badge color="gray">{t('reviews', { count: reviews })}</Badge>
            </Group>
            <Text size="sm">
              {moves
                .filter(({ from, to }) => (from.outcome === 'selected') !== (to.outcome === 'selected'))
                .map(({ application, to }) => t(to.outcome === 'selected' ? 'enters' : 'leaves', { title: titleOf(application) }))
                .join(' · ')}
            </Text>
          </List.Item>
        ))}
      </List>
    </div>
  );
}
