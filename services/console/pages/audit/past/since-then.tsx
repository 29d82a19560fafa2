import { Anchor, Badge, Group, Paper, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../../api/read.ts';
import { Bars } from '../../../ui/boundary.tsx';
import { useFormat } from '../../../ui/format.ts';
import { ProblemNote } from '../../../ui/problem.tsx';
import classes from './past.module.css';

export type Differences = Answer<'/v1/projects/{id}/differences'>;

/** What was decided between the instant that is shown and now: what, when, who, why, by which rule, each with its proof. */
export function SinceThen({ since: { data, error, isPending, isFetching, refetch } }: { readonly since: UseQueryResult<Differences> }) {
  const { t } = useTranslation('audit');
  const { text, moment } = useFormat();
  if (isPending) return <Bars count={4} />;
  if (!data) return <ProblemNote error={error} again={() => void refetch()} />;
  return (
    <Paper component="section" mt="lg" aria-busy={isFetching}>
      <Title order={2} size="h3" mb="xs">
        {t('past.since', { count: data.decisions.length })}
      </Title>
      <ol className={classes.since}>
        {data.decisions.map(({ decision, told, actor, occurredAt, recordedAt, policyVersion, reasons }) => (
          <li key={decision}>
            <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
              <div>
                <Text fw={600}>{text(told)}</Text>
                <Text size="sm" c="dimmed" className="tabular">
                  {moment(occurredAt)} · {actor.id}
                  {policyVersion !== undefined && ` · ${t('journal.policy', { version: policyVersion })}`}
                  {data.by === 'was-known' && ` · ${t('past.recordedOn', { at: moment(recordedAt) })}`}
                </Text>
                {reasons.map((reason) => (
                  <Text key={reason.path.join('.')} size="sm">
                    {typeof reason.text === 'string' ? reason.text : text(reason.text)}
                  </Text>
                ))}
              </div>
              <Anchor
                component={Link}
                to={`/decisions/${decision}`}
                size="sm"
                className="no-print"
                aria-label={t('past.proofOf', { what: text(told), at: moment(occurredAt) })}
              >
                <Badge variant="outline" style={{ cursor: 'pointer' }}>
                  {t('journal.proof')}
                </Badge>
              </Anchor>
            </Group>
          </li>
        ))}
      </ol>
    </Paper>
  );
}
