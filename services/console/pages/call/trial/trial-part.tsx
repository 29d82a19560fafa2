import { Alert, Stack } from '@mantine/core';
import { IconListNumbers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { isProblem } from '../../../api/problem.ts';
import { read, usePages } from '../../../api/read.ts';
import { Bars } from '../../../ui/boundary.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { useFormat } from '../../../ui/format.ts';
import { ProblemNote } from '../../../ui/problem.tsx';
import { FirmnessShown } from './firmness-shown.tsx';
import { WhatIfTried } from './what-if-tried.tsx';

/** Aids to judge a selection by, before it is concluded and after: what would follow from another rule, and how firm the selection is. */
export function TrialPart() {
  const { id = '' } = useParams();
  const { t } = useTranslation('trial');
  const { text } = useFormat();
  const { data: firmness, error, isPending, refetch } = useQuery(read('/v1/calls/{id}/firmness', { path: { id }, query: {} }));
  const { items: applications = [] } = usePages('/v1/projects', { query: { call: id } });
  const titles = new Map(applications.map(({ project, title }) => [project, text(title)]));
  const titleOf = (application: string) => titles.get(application) ?? application;
  if (isPending) return <Bars count={6} />;
  if (!firmness) {
    const early = isProblem(error) && error.status === 409;
    return early ? (
      <Empty icon={IconListNumbers} title={t('none')} text={error.message} />
    ) : (
      <ProblemNote error={error} again={() => void refetch()} />
    );
  }
  return (
    <Stack gap="xl">
      {!firmness.agrees && <Alert color="red" title={t('disagrees')} />}
      <WhatIfTried call={id} basis={firmness} titleOf={titleOf} />
      <FirmnessShown firmness={firmness} titleOf={titleOf} />
    </Stack>
  );
}
