import { Badge, Button, Group, Paper, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useNeeded } from '../../api/read.ts';
import { useHolds } from '../../api/session.ts';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Parts } from '../../ui/parts.tsx';
import { EnvelopeBars } from './envelope-bars.tsx';
import { NextStep } from './next-step.tsx';

const parts = [
  { to: '', label: 'applications' },
  { to: 'reviewers', label: 'reviewers' },
  { to: 'ranking', label: 'ranking' },
  { to: 'what-if', label: 'trial' },
  { to: 'questions', label: 'questions' },
  { to: 'past', label: 'past' },
  { to: 'decide', label: 'decide' },
] as const;

/** One call: its terms and its envelope, and its parts below. */
export function CallPage() {
  const { id = '' } = useParams();
  const call = useNeeded('/v1/calls/{id}', { path: { id } });
  const { t } = useTranslation(['call', 'shell', 'terms', 'project']);
  const { text, day, money, lastDay, distance } = useFormat();
  const isHolder = useHolds('project-holder');
  const runs = useHolds('administrator');
  const oversees = useHolds('administrator', 'auditor');
  const judges = useHolds('administrator', 'auditor', 'committee-member', 'committee-chair');
  const shown = (to: string) => (to === 'reviewers' || to === 'past' ? oversees : to === 'what-if' ? judges : true);
  const takesApplications = call.stage === 'open' || call.stage === 'published';
  const apply = `/calls/${encodeURIComponent(id)}/apply`;
  return (
    <Page
      title={text(call.title)}
      above={[{ to: '/calls', label: t('shell:nav.calls') }]}
      lead={
        <Group gap="xs">
          <Text span>{text(call.programmeName)}</Text>
          <Badge>{t(`terms:stage.${call.stage as 'open'}`)}</Badge>
          {call.demonstration && <Badge color="gray">{t('project:demonstration')}</Badge>}
        </Group>
      }
      actions={
        <>
          {runs && <NextStep call={call} />}
          {isHolder && takesApplications && (
            <Button component={Link} to={apply} leftSection={<IconPlus size={16} aria-hidden />}>
              {t('call:apply')}
            </Button>
          )}
        </>
      }
    >
      <Paper mb="lg">
        <Text className="tabular">
          {t('call:from', { from: day(call.opensOn), to: day(call.closesOn) })} · {t('call:selectionOn', { day: day(call.selectionOn) })} ·{' '}
          {t('call:maxGrant', { amount: money(call.maxGrant, call.currency) })}
        </Text>
        {call.nextDue && (
          <Text c={Date.parse(call.nextDue.due) < Date.now() ? 'red' : 'dimmed'}>
            {t(`terms:due.${call.nextDue.kind as 'review'}`)} · {lastDay(call.nextDue.due)} ({distance(call.nextDue.due)})
          </Text>
        )}
        <EnvelopeBars envelope={call.envelope} currency={call.currency} />
      </Paper>
      <Parts
        label={t('call:parts')}
        base={`/calls/${encodeURIComponent(id)}`}
        parts={parts.filter(({ to }) => shown(to)).map(({ to, label }) => ({ to, label: t(`call:part.${label}`) }))}
      />
    </Page>
  );
}
