import { Badge, Grid, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useNeeded } from '../../api/read.ts';
import { useFormat } from '../../ui/format.ts';
import type { Project } from './facts.tsx';
import { JourneyPicture } from './journey-picture.tsx';

/** A project at a glance: its path, what is due, what it is about, its money by funder. */
export function Overview() {
  const { id = '' } = useParams();
  const project = useNeeded('/v1/projects/{id}', { path: { id } });
  return (
    <Stack gap="lg">
      <JourneyPicture project={project} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="lg">
            <Content project={project} />
            <Works project={project} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            <Due project={project} />
            <Funding project={project} />
            <Milestones project={project} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

function Block({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Paper component="section">
      <Title order={2} size="h3" mb="sm">
        {title}
      </Title>
      {children}
    </Paper>
  );
}

interface Of {
  readonly project: Project;
}

function Content({ project: { content, caseStudy } }: Of) {
  const { t, i18n } = useTranslation('project');
  const aim = caseStudy?.aim as { readonly fr: string; readonly en: string } | undefined;
  const finality = content.finality ?? aim?.[i18n.language === 'en' ? 'en' : 'fr'];
  if (!content.summary && !finality) return null;
  return (
    <Block title={t('about')}>
      {finality && (
        <>
          <Text size="sm" c="dimmed">
            {t('finality')}
          </Text>
          <Text size="lg" mb="sm">
            {finality}
          </Text>
        </>
      )}
      {content.summary && <Text>{content.summary}</Text>}
    </Block>
  );
}

function Works({ project: { content } }: Of) {
  const { t } = useTranslation(['project', 'fields']);
  if (!content.works || content.works.length === 0) return null;
  return (
    <Block title={t('project:works')}>
      <Stack gap="sm">
        {content.works.map(({ name, category, description }) => (
          <div key={name}>
            <Group gap="xs">
              <Text fw={600}>{name}</Text>
              <Badge>{t(`fields:choice.${category}`)}</Badge>
            </Group>
            <Text size="sm" c="dimmed">
              {description}
            </Text>
          </div>
        ))}
      </Stack>
    </Block>
  );
}

function Due({ project: { due } }: Of) {
  const { t } = useTranslation(['project', 'terms']);
  const { lastDay, distance } = useFormat();
  return (
    <Block title={t('project:due.title')}>
      {due.length === 0 ? (
        <Text c="dimmed">{t('project:due.none')}</Text>
      ) : (
        <Stack gap="sm">
          {due.map(({ obligation, kind, due: at, for: obliged }) => (
            <div key={obligation}>
              <Text fw={600}>{t(`terms:due.${kind as 'review'}`)}</Text>
              <Text size="sm" c={Date.parse(at) < Date.now() ? 'red' : 'dimmed'}>
                {lastDay(at)} · {distance(at)} ·{' '}
                {'role' in obliged ? t(`terms:role.${obliged.role as 'auditor'}`) : 'person' in obliged ? obliged.person : obliged.funder}
              </Text>
            </div>
          ))}
        </Stack>
      )}
    </Block>
  );
}

function Funding({ project: { funding, currency } }: Of) {
  const { t } = useTranslation('project');
  const { money, text } = useFormat();
  if (funding.length === 0) return null;
  return (
    <Block title={t('funding.title')}>
      <Table className="tabular" withRowBorders>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('funding.funder')}</Table.Th>
            <Table.Th ta="right">{t('funding.share')}</Table.Th>
            <Table.Th>{t('funding.decision')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {funding.map(({ funder, name, amount, granted, decided }) => (
            <Table.Tr key={funder}>
              <Table.Td>{name ? text(name) : funder}</Table.Td>
              <Table.Td ta="right">{money(granted ?? amount, currency)}</Table.Td>
              <Table.Td>
                <Badge color={decided === 'granted' ? 'green' : decided === 'declined' ? 'red' : 'gray'}>
                  {t(`funding.${decided ?? 'awaited'}`)}
                </Badge>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Block>
  );
}

function Milestones({ project: { milestones } }: Of) {
  const { t } = useTranslation(['project', 'fields']);
  const { day } = useFormat();
  if (milestones.length === 0) return null;
  return (
    <Block title={t('project:milestones.title')}>
      <Stack gap="sm">
        {milestones.map(({ milestone, title, dueOn, outcome, reportedAt }) => (
          <div key={milestone}>
            <Group justify="space-between" wrap="nowrap">
              <Text fw={600}>{title}</Text>
              <Badge color={outcome === 'reached' ? 'green' : outcome ? 'yellow' : 'gray'}>
                {outcome ? t(`fields:choice.${outcome}`) : reportedAt ? t('project:milestones.reported') : t('project:milestones.expected')}
              </Badge>
            </Group>
            <Text size="sm" c="dimmed">
              {day(dueOn)}
            </Text>
          </div>
        ))}
      </Stack>
    </Block>
  );
}
