import { Button, Group, Paper, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/read.ts';
import { Bars } from '../../ui/boundary.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import { thingOf } from '../../ui/things.ts';
import classes from './audit.module.css';

/** Who read what for an audit or of what is protected, newest first. */
export function AccessPage() {
  const { t } = useTranslation('audit');
  const { moment, number } = useFormat();
  const { items, isError, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages('/v1/access-journal', {
    query: { limit: 100 },
  });
  return (
    <Page title={t('access.title')} lead={<Text c="dimmed">{t('access.lead')}</Text>} above={[{ to: '/journal', label: t('journal.title') }]}>
      {isError && <ProblemNote error={error} again={() => void refetch()} />}
      {!items && !isError && <Bars count={10} />}
      {items?.length === 0 && <Empty icon={IconEye} title={t('access.none')} text={t('access.noneText')} />}
      {items && items.length > 0 && (
        <Paper>
          <ol className={classes.entries}>
            {items.map(({ number: place, at, who, what }) => (
              <li key={place}>
                <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
                  <div>
                    <Text fw={600}>{what.part}</Text>
                    <Text size="sm" c="dimmed" className="tabular">
                      {moment(at)} · {who.id}
                      {what.thing && ` · ${thingOf(what.thing).id}`}
                    </Text>
                  </div>
                  <Text size="sm" c="dimmed" className="tabular" style={{ whiteSpace: 'nowrap' }}>
                    {t('redecided.place', { position: number(place) })}
                  </Text>
                </Group>
              </li>
            ))}
          </ol>
          {hasNextPage && (
            <Button mt="md" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('access.more')}
            </Button>
          )}
        </Paper>
      )}
    </Page>
  );
}
