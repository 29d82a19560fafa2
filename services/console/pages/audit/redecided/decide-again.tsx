import { Alert, Button, Paper, Text, Title } from '@mantine/core';
import { IconGitCompare } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read } from '../../../api/read.ts';
import { ProblemNote } from '../../../ui/problem.tsx';
import { Divergences } from './divergences.tsx';
import { colourOf } from './redecided.ts';

/** One decision, decided again when it is asked for. `position` is its place in the log. */
export function DecideAgain({ position }: { readonly position: number }) {
  const { t } = useTranslation('audit');
  const [asked, setAsked] = useState(false);
  const { data, error, isFetching, isError, refetch } = useQuery({
    ...read('/v1/journal/{position}/redecided', { path: { position } }),
    enabled: asked,
  });
  return (
    <Paper className="no-print">
      <Title order={2} size="h3" mb="xs">
        {t('redecided.title')}
      </Title>
      <Text mb="md">{t('redecided.lead')}</Text>
      {!data && !isError && (
        <Button leftSection={<IconGitCompare size={16} aria-hidden />} loading={isFetching} onClick={() => setAsked(true)}>
          {t('redecided.ask')}
        </Button>
      )}
      {isError && <ProblemNote error={error} again={() => void refetch()} />}
      {data && (
        <>
          <Alert color={colourOf(data.outcome)} role="status">
            {t(`redecided.told.${data.outcome}`)}
          </Alert>
          <Divergences of={data} />
        </>
      )}
    </Paper>
  );
}
