import { Anchor, Badge, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconFileText, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Answer, usePages } from '../../api/read.ts';
import { useHolds } from '../../api/session.ts';
import { Bars } from '../../ui/boundary.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import { EnvelopeBars } from './envelope-bars.tsx';

type Call = Answer<'/v1/calls'>['items'][number];

const order = ['draft', 'published', 'open', 'closed', 'concluded', 'cancelled'] as const;
type Stage = (typeof order)[number];
const colours: Readonly<Record<Stage, string>> = {
  draft: 'gray',
  published: 'pine',
  open: 'green',
  closed: 'yellow',
  concluded: 'indigo',
  cancelled: 'gray',
};

/** The board of calls, in the order in which a call goes through its stages. */
export function BoardPage() {
  const { t } = useTranslation(['call', 'shell', 'terms']);
  const isAdministrator = useHolds('administrator');
  const { items, isError, error, refetch } = usePages('/v1/calls');
  const create = isAdministrator && (
    <Button component={Link} to="/calls/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('call:new')}
    </Button>
  );
  return (
    <Page title={t('shell:nav.calls')} lead={items ? t('call:count', { count: items.length }) : '\u00a0'} actions={create}>
      {isError && <ProblemNote error={error} again={() => void refetch()} />}
      {!items && !isError && <Bars count={8} />}
      {items?.length === 0 && (
        <Empty icon={IconFileText} title={t('call:none.title')} text={isAdministrator ? t('call:none.first') : t('call:none.text')}>
          {create}
        </Empty>
      )}
      <Stack gap="xl">
        {items &&
          order.map((stage) => {
            const here = items.filter((call) => call.stage === stage);
            if (here.length === 0) return null;
            return (
              <section key={stage} aria-labelledby={`stage-${stage}`}>
                <Group gap="xs" mb="sm">
                  <Title order={2} size="h3" id={`stage-${stage}`}>
                    {t(`terms:stage.${stage}`)}
                  </Title>
                  <Badge color={colours[stage]}>{here.length}</Badge>
                </Group>
                <SimpleGrid cols={{ base: 1, md: 2 }}>
                  {here.map((call) => (
                    <Card key={call.call} call={call} />
                  ))}
                </SimpleGrid>
              </section>
            );
          })}
      </Stack>
    </Page>
  );
}

function Card({ call }: { readonly call: Call }) {
  const { t } = useTranslation(['call', 'terms']);
  const { text, day, lastDay, distance } = useFormat();
  const { nextDue } = call;
  return (
    <Paper component="article">
      <Anchor component={Link} to={`/calls/${call.call}`} fw={620} size="lg">
        {text(call.title)}
      </Anchor>
      <Text size="sm" c="dimmed" className="tabular">
        {t('call:from', { from: day(call.opensOn), to: day(call.closesOn) })} · {t('call:applications', { count: call.applications })}
      </Text>
      {nextDue && (
        <Text size="sm" mt={4} c={Date.parse(nextDue.due) < Date.now() ? 'red' : undefined}>
          {t(`terms:due.${nextDue.kind as 'review'}`)} · {lastDay(nextDue.due, true)} ({distance(nextDue.due)})
        </Text>
      )}
      <EnvelopeBars envelope={call.envelope} currency={call.currency} />
    </Paper>
  );
}
