import { Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/read.ts';
import { useFormat } from '../../ui/format.ts';
import classes from './project.module.css';

export type Project = Answer<'/v1/projects/{id}'>;

/** Where a project stands, in one line: stage, phase, SRL, what is due next, its money. */
export function Facts({ project }: { readonly project: Project }) {
  const { t } = useTranslation(['project', 'terms']);
  const { money, lastDay, distance, day } = useFormat();
  const { stage, phase, srl, nextDue, awarded, requested, paid, currency, endsOn } = project;
  const isLate = nextDue !== undefined && Date.parse(nextDue.due) < Date.now();
  return (
    <Paper className={classes.facts} p={0} mb="lg">
      <dl>
        <Fact name={t('project:fact.stage')}>{t(`terms:stage.${stage as 'draft'}`)}</Fact>
        {phase && phase !== stage && <Fact name={t('project:fact.phase')}>{t(`terms:phase.${phase}`)}</Fact>}
        {srl && (
          <Fact
            name={t('project:fact.srl')}
            note={
              srl.reading ? t('project:reading') : srl.consolidated !== undefined ? t('project:consolidated', { level: srl.consolidated }) : undefined
            }
          >
            {t('project:reached', { level: srl.reached })}
          </Fact>
        )}
        {nextDue && (
          <Fact name={t('project:fact.next')} note={`${lastDay(nextDue.due)} · ${distance(nextDue.due)}`} late={isLate}>
            {t(`terms:due.${nextDue.kind as 'review'}`)}
          </Fact>
        )}
        {(awarded ?? requested) !== undefined && (
          <Fact
            name={awarded === undefined ? t('project:fact.requested') : t('project:fact.awarded')}
            note={paid === undefined ? undefined : t('project:paid', { amount: money(paid, currency) })}
          >
            {money(awarded ?? requested ?? 0, currency)}
          </Fact>
        )}
        {endsOn && <Fact name={t('project:fact.endsOn')}>{day(endsOn)}</Fact>}
      </dl>
    </Paper>
  );
}

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
  readonly note?: string | undefined;
  readonly late?: boolean;
}

function Fact({ name, children, note, late = false }: FactProps) {
  return (
    <div data-late={late}>
      <dt>{name}</dt>
      <dd>
        <Text span fw={620} size="md" className="tabular">
          {children}
        </Text>
        {note && (
          <Text size="xs" c={late ? 'red' : 'dimmed'}>
            {note}
          </Text>
        )}
      </dd>
    </div>
  );
}
