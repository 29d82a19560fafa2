import { Badge, Button, Group, Kbd, Paper, Progress, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Application, Proposal } from './proposals.ts';
import classes from './reviewers.module.css';

export interface ProposalListProps {
  readonly application: Application;
  readonly proposals: readonly Proposal[];
  readonly busy: boolean;
  readonly onAssign: ((rank: number) => void) | undefined;
}

/** Reviewers for the application that is chosen, best first, with what speaks for each and what bars them. */
export function ProposalList({ application, proposals, busy, onAssign }: ProposalListProps) {
  const { t } = useTranslation('reviewers');
  const most = Math.max(1, ...proposals.map(({ reviewer }) => reviewer.open));
  return (
    <Paper p={0} component="section" aria-labelledby="proposals" className={classes.proposals}>
      <Title order={2} size="h4" id="proposals" p="md" pb="xs">
        {t('for', { title: application.title })}
      </Title>
      <ol className={classes.reviewers}>
        {proposals.map(({ reviewer: { person, open, topics }, barred, known }, index) => (
          <li key={person} data-barred={barred !== undefined}>
            <div className={classes.what}>
              <Group gap={6}>
                {barred === undefined && index < 9 && <Kbd size="xs">{index + 1}</Kbd>}
                <Text fw={600}>{person}</Text>
                {known.map((topic) => (
                  <Badge key={topic} color="green" size="sm">
                    {topic}
                  </Badge>
                ))}
              </Group>
              <Text size="sm" c="dimmed">
                {topics.length > 0 ? topics.join(', ') : t('noTopics')}
              </Text>
              <Group gap="xs" wrap="nowrap">
                <Progress value={(open / most) * 100} size="sm" w={90} aria-label={t('load', { person, count: open })} />
                <Text size="xs" c="dimmed" className="tabular">
                  {t('owes', { count: open })}
                </Text>
              </Group>
            </div>
            {barred !== undefined ? (
              <Badge color={barred === 'conflict' || barred === 'holder' ? 'red' : 'gray'}>{t(`barred.${barred}`)}</Badge>
            ) : (
              onAssign && (
                <Button size="xs" variant="default" disabled={busy} onClick={() => onAssign(index + 1)}>
                  {t('assign')}
                  <span className="visually-hidden"> {person}</span>
                </Button>
              )
            )}
          </li>
        ))}
      </ol>
    </Paper>
  );
}
