import { Grid, Stack, Title } from '@mantine/core';
import { IconDoor } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useNeeded } from '../../api/read.ts';
import { Empty } from '../../ui/empty.tsx';
import { Asked } from './asked.tsx';
import { Committee } from './committee.tsx';
import { Decision } from './decision.tsx';
import { GateFile } from './gate-file.tsx';

/** The gate out of the phase in which a project is: what is asked and what stands, the file, the committee's votes, the decision. */
export function GatePart() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['gate', 'terms']);
  const all = useNeeded('/v1/projects/{id}/gate', { path: { id } });
  const { gate, awaitsEntry } = all;
  if (!gate)
    return (
      <Empty
        icon={IconDoor}
        title={t('gate:none.title')}
        text={awaitsEntry ? t('gate:none.entry', { phase: t(`terms:phase.${awaitsEntry}`) }) : t('gate:none.text')}
      />
    );
  const from = t(`terms:phase.${gate.from}`);
  return (
    <section aria-labelledby="gate">
      <Title order={2} size="h3" id="gate" mb="md">
        {gate.to ? t('gate:title', { from, to: t(`terms:phase.${gate.to}`) }) : t('gate:last', { from })}
      </Title>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack gap="lg">
            <Asked gate={gate} />
            <GateFile all={all} gate={gate} />
            <Committee gate={gate} sittings={all.sittings} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Decision all={all} gate={gate} />
        </Grid.Col>
      </Grid>
    </section>
  );
}
