import { Alert, Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconStairs } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useNeeded } from '../../../api/read.ts';
import { Chart } from '../../../ui/chart/chart.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { useFormat } from '../../../ui/format.ts';
import type { Project } from '../facts.tsx';
import { Consolidation } from './consolidation.tsx';
import { Ladder } from './ladder.tsx';
import { attribution } from './scale.ts';
import { type Step, trajectoryOption } from './trajectory-option.ts';

/** A project's path on the SRL scale: reviews over time, back steps included, with their table; the ladder of levels; what is to be consolidated. */
export function SrlPart() {
  const { id = '' } = useParams();
  const project = useNeeded('/v1/projects/{id}', { path: { id } });
  const { t } = useTranslation('project');
  const { trajectory, srl, consolidation } = project;
  return (
    <Stack gap="lg">
      {project.openReview && <UnderReview id={id} open={project.openReview} />}
      {trajectory.length > 0 ? (
        <Trajectory steps={trajectory} />
      ) : (
        <Empty icon={IconStairs} title={t('srl.none')} text={srl?.reading ? t('srl.reading') : t('srl.noneText')} />
      )}
      {srl && <Ladder reached={srl.reached} consolidated={srl.consolidated} />}
      {consolidation && <Consolidation id={id} of={consolidation} />}
      <Text size="sm" c="dimmed" lang="fr">
        {attribution}
      </Text>
    </Stack>
  );
}

/** The review that is open, and the way to it. */
function UnderReview({ id, open: { review, dueOn } }: { readonly id: string; readonly open: NonNullable<Project['openReview']> }) {
  const { t } = useTranslation('project');
  const { day } = useFormat();
  return (
    <Alert color="pine" icon={<IconStairs aria-hidden />} title={t('srl.open', { review })}>
      <Group justify="space-between" gap="sm">
        <Text size="sm">{t('srl.openUntil', { day: day(dueOn) })}</Text>
        <Button component={Link} to={`/projects/${encodeURIComponent(id)}/srl-review`} size="xs">
          {t('srl.toReview')}
        </Button>
      </Group>
    </Alert>
  );
}

function Trajectory({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useTranslation('project');
  const { day } = useFormat();
  const option = useMemo(
    () => trajectoryOption(steps, { reached: t('srl.reached'), consolidated: t('srl.consolidated'), back: t('srl.change.back'), day }),
    [steps, t, day],
  );
  const last = steps.findLast(({ reached }) => reached !== undefined);
  return (
    <section aria-labelledby="trajectory">
      <Title order={2} size="h3" id="trajectory" mb="sm">
        {t('srl.trajectory')}
      </Title>
      <Chart label={t('srl.described', { count: steps.length, level: last?.reached ?? 0 })} option={option} table={<Steps steps={steps} />} />
    </section>
  );
}

function Steps({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useTranslation(['project', 'terms']);
  const { day } = useFormat();
  return (
    <Table className="tabular">
      <Table.Thead>
        <Table.Tr>
          {(['review', 'on', 'phase', 'claimed', 'reached', 'consolidated', 'how'] as const).map((column) => (
            <Table.Th key={column}>{t(`project:srl.${column}`)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {steps.map(({ review, at, phase, claimed, reached, consolidated, change, missed, regressed }) => (
          <Table.Tr key={review}>
            <Table.Td>{review}</Table.Td>
            <Table.Td>{day(at)}</Table.Td>
            <Table.Td>{phase && t(`terms:phase.${phase}`)}</Table.Td>
            <Table.Td>{claimed}</Table.Td>
            <Table.Td>{reached}</Table.Td>
            <Table.Td>{consolidated}</Table.Td>
            <Table.Td>
              {missed ? t('project:srl.missed') : change && t(`project:srl.change.${change}`)}
              {regressed && regressed.length > 0 && ` (${regressed.join(', ')})`}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
