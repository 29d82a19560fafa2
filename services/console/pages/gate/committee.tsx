import { Anchor, Badge, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../api/read.ts';
import { useMe } from '../../api/session.ts';
import { Block } from '../../ui/block.tsx';
import { Bars } from '../../ui/boundary.tsx';
import { useFormat } from '../../ui/format.ts';
import { pageOf } from '../../ui/things.ts';
import { Ballot } from '../sitting/ballot.tsx';
import { answerColours } from '../sitting/sitting.ts';
import { VotesLive } from '../sitting/votes-live.tsx';
import type { Gate, ProjectGate } from './gate.ts';

interface CommitteeProps {
  readonly gate: Gate;
  readonly sittings: ProjectGate['sittings'];
}

/** What the committee says of this gate: its opinion once the minutes are signed, before that its votes as they come in. */
export function Committee({ gate: { avis }, sittings }: CommitteeProps) {
  const { t } = useTranslation(['gate', 'sitting']);
  const { day } = useFormat();
  return (
    <Block order={3} title={t('gate:committee.title')}>
      {avis && (
        <>
          <Text>
            {t('gate:committee.given', { day: day(avis.at) })} <Badge color={answerColours[avis.avis]}>{t(`sitting:answer.${avis.avis}`)}</Badge>
          </Text>
          {avis.reservations.length > 0 && (
            <ul>
              {avis.reservations.map(({ reservation, text }) => (
                <li key={reservation}>{text}</li>
              ))}
            </ul>
          )}
        </>
      )}
      {sittings.length === 0 && !avis && <Text c="dimmed">{t('gate:committee.none')}</Text>}
      <Stack gap="md">
        {sittings.map(({ sitting, item }) => (
          <Sat key={sitting} id={sitting} item={item} signed={avis?.sitting === sitting} />
        ))}
      </Stack>
    </Block>
  );
}

/** One sitting with this gate on its agenda: one's vote, and how the votes stand. */
function Sat({ id, item: name, signed }: { readonly id: string; readonly item: string; readonly signed: boolean }) {
  const { t } = useTranslation('gate');
  const { moment } = useFormat();
  const me = useMe();
  const { data: sitting } = useRead('/v1/sittings/{id}', { path: { id } });
  if (!sitting) return <Bars count={3} />;
  const item = sitting.items.find((one) => one.item === name);
  if (!item) return null;
  const props = { sitting, item, person: me.id, may: () => false };
  return (
    <section aria-labelledby={`sitting-${id}`}>
      <Title order={4} size="h5" id={`sitting-${id}`}>
        {t('committee.sitting', { at: moment(sitting.heldAt) })}
      </Title>
      {sitting.stage === 'convened' ? (
        <Text size="sm" c="dimmed">
          {t('committee.notYet')}
        </Text>
      ) : (
        <>
          <Ballot {...props} />
          <VotesLive {...props} />
        </>
      )}
      {item.concluded && !signed && (
        <Text size="sm" c="dimmed">
          {t('committee.unsigned')}
        </Text>
      )}
      <Anchor component={Link} to={pageOf('sitting', id)} size="sm">
        {t('committee.open')}
      </Anchor>
    </section>
  );
}
