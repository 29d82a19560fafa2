import { Stack } from '@mantine/core';
import { useParams } from 'react-router';
import { useNeeded } from '../../api/read.ts';
import { Conditions } from './conditions.tsx';
import { Expenditure } from './expenditure.tsx';
import { Milestones } from './milestones.tsx';
import { Reports } from './reports.tsx';

/** What a project owes an account of: milestones, conditions of gates, progress reports, expenditure. */
export function MilestonesPart() {
  const { id = '' } = useParams();
  const project = useNeeded('/v1/projects/{id}', { path: { id } });
  const reporting = useNeeded('/v1/projects/{id}/reporting', { path: { id } });
  return (
    <Stack gap="lg">
      <Milestones project={project} reporting={reporting} />
      <Conditions project={project} reporting={reporting} />
      <Reports project={project} reporting={reporting} />
      <Expenditure project={project} reporting={reporting} />
    </Stack>
  );
}
