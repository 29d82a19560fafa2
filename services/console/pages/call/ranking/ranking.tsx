import { Badge, Paper, Stack, Text, Title } from '@mantine/core';
import { IconListNumbers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { isProblem } from '../../../api/problem.ts';
import { read, useNeeded } from '../../../api/read.ts';
import { Bars } from '../../../ui/boundary.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { useFormat } from '../../../ui/format.ts';
import { ProblemNote } from '../../../ui/problem.tsx';
import { Selection } from '../../selection/selection.tsx';
import { RankedLine } from './ranked-line.tsx';
import classes from './ranking.module.css';

/** The ranking that the selection concluded on, each place with the arithmetic behind it. */
export function Ranking() {
  const { id = '' } = useParams();
  const { t } = useTranslation('call');
  const { day, money, text } = useFormat();
  const funderName = (funder: string) => {
    const name = parts.find((part) => part.funder === funder)?.name;
    return name ? text(name) : funder;
  };
  const { currency, envelope: parts, stage } = useNeeded('/v1/calls/{id}', { path: { id } });
  const { data, error, isPending, refetch } = useQuery(read('/v1/calls/{id}/ranking', { path: { id } }));
  if (isPending) return <Bars count={6} />;
  if (isProblem(error) && error.code === 'thing-unknown' && stage === 'closed') return <Selection id={id} />;
  if (isProblem(error) && error.code === 'thing-unknown')
    return <Empty icon={IconListNumbers} title={t('ranking.none')} text={t('ranking.noneText')} />;
  if (!data) return <ProblemNote error={error} again={() => void refetch()} />;
  const { ranking, envelope, at } = data.selection;
  return (
    <Stack gap="lg">
      <Text c="dimmed">{t('ranking.concluded', { day: day(at) })}</Text>
      {(['selected', 'reserve', 'not-selected'] as const).map((outcome) => {
        const here = ranking.filter((one) => one.outcome === outcome);
        if (here.length === 0) return null;
        return (
          <section key={outcome} aria-labelledby={outcome}>
            <Title order={2} size="h3" id={outcome} mb="sm">
              {t(`ranking.${outcome}`)} <Badge color={outcome === 'selected' ? 'green' : 'gray'}>{here.length}</Badge>
            </Title>
            <Paper p={0}>
              <ol className={classes.list}>
                {here.map((one) => (
                  <RankedLine key={one.application} ranked={one} currency={currency} funderName={funderName} />
                ))}
              </ol>
            </Paper>
          </section>
        );
      })}
      <Paper component="section" aria-labelledby="envelope">
        <Title order={2} size="h3" id="envelope" mb="sm">
          {t('ranking.envelope')}
        </Title>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('ranking.funder')}</th>
              <th scope="col">{t('ranking.amount')}</th>
              <th scope="col">{t('ranking.keptBack')}</th>
              <th scope="col">{t('ranking.committed')}</th>
              <th scope="col">{t('ranking.left')}</th>
            </tr>
          </thead>
          <tbody>
            {envelope.map(({ funder, amount, keptBack, committed }) => (
              <tr key={funder}>
                <th scope="row">{funderName(funder)}</th>
                <td>{money(amount, currency)}</td>
                <td>{money(keptBack, currency)}</td>
                <td>{money(committed, currency)}</td>
                <td>{money(amount - keptBack - committed, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Paper>
    </Stack>
  );
}
