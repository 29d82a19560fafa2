import { Anchor, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useNeeded } from '../../api/read.ts';
import { useMe } from '../../api/session.ts';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Agenda } from './agenda.tsx';
import { Conduct } from './conduct.tsx';
import { Members } from './members.tsx';
import { Minutes } from './minutes.tsx';
import { MyPlace } from './my-place.tsx';
import { type Sitting, stageColours } from './sitting.ts';

/** One sitting as it goes on: what is asked of me, the agenda with votes as they come in, who takes part, the minutes. */
export function SittingPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['sitting', 'shell']);
  const { moment } = useFormat();
  const me = useMe();
  const sitting = useNeeded('/v1/sittings/{id}', { path: { id } });
  const { items: possible } = useNeeded('/v1/possible/{kind}/{id}', { path: { kind: 'sittings', id } });
  const may = (command: string) => possible.some((one) => one.command === command);
  return (
    <Page
      title={t('sitting:on', { at: moment(sitting.heldAt) })}
      above={[{ to: '/sittings', label: t('shell:nav.sittings') }]}
      lead={<Lead sitting={sitting} />}
      actions={<Conduct sitting={sitting} may={may} />}
    >
      <Stack gap="xl">
        <MyPlace sitting={sitting} person={me.id} />
        <section aria-labelledby="agenda">
          <Title order={2} size="h3" id="agenda" mb="sm">
            {t('sitting:agenda')}
          </Title>
          <Agenda sitting={sitting} person={me.id} may={may} />
        </section>
        <Minutes sitting={sitting} person={me.id} may={may} />
        <Members sitting={sitting} person={me.id} />
      </Stack>
    </Page>
  );
}

function Lead({ sitting: { stage, programmeName, call, callTitle, quorum, presiding, chair } }: { readonly sitting: Sitting }) {
  const { t } = useTranslation('sitting');
  const { text } = useFormat();
  const isMet = quorum.present >= quorum.needed;
  return (
    <Stack gap={6}>
      <Group gap="xs">
        <Badge color={stageColours[stage]}>{t(`stage.${stage}`)}</Badge>
        <Text span>{text(programmeName)}</Text>
        {call && callTitle && (
          <Anchor component={Link} to={`/calls/${encodeURIComponent(call)}/ranking`}>
            {text(callTitle)}
          </Anchor>
        )}
      </Group>
      <Text size="sm">
        {t('presides', { person: presiding ?? chair })}
        {stage === 'open' && ' · '}
        {stage === 'open' && (
          <Text span size="sm" fw={600} c={isMet ? 'green' : 'red'}>
            {t(isMet ? 'quorumMet' : 'quorumShort', { ...quorum })}
          </Text>
        )}
      </Text>
    </Stack>
  );
}
