import { Badge, Button, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../forms/confirm.tsx';
import { told } from '../../ui/told.ts';
import { giversTo, type Member, type Sitting } from './sitting.ts';

interface MyPlaceProps {
  readonly sitting: Sitting;
  readonly person: string;
}

/** What a convened member has to say of themselves: that they have no interest in the agenda; who votes for them if they cannot come. */
export function MyPlace({ sitting, person }: MyPlaceProps) {
  const { t } = useTranslation('sitting');
  const mine = sitting.members.find((one) => one.person === person);
  if (!mine || sitting.stage === 'held' || sitting.stage === 'cancelled') return null;
  const givers = giversTo(sitting, person);
  return (
    <Paper component="section" aria-labelledby="mine">
      <Group gap="xs" mb="xs">
        <Title order={2} size="h3" id="mine">
          {t('mine')}
        </Title>
        <Badge color="gray">{t(`voice.${mine.voice}`)}</Badge>
        {givers.map((giver) => (
          <Badge key={giver.person}>{t('votesFor', { person: giver.person })}</Badge>
        ))}
      </Group>
      <Stack gap="sm">
        <Interest sitting={sitting} mine={mine} />
        {sitting.stage === 'convened' && mine.voice === 'deliberative' && <MyProxy sitting={sitting} mine={mine} />}
      </Stack>
    </Paper>
  );
}

interface OfMine {
  readonly sitting: Sitting;
  readonly mine: Member;
}

function Interest({ sitting, mine }: OfMine) {
  const { t } = useTranslation('sitting');
  const [opened, { open, close }] = useDisclosure();
  if (mine.disinterested)
    return (
      <Text size="sm">
        <IconCheck size={16} aria-hidden /> {t('interest.declared')}
      </Text>
    );
  return (
    <Group gap="sm">
      <Text size="sm">{t('interest.needed')}</Text>
      <Button size="sm" onClick={open}>
        {t('interest.open')}
      </Button>
      <Confirm
        command="sitting/declare-no-interest"
        id={sitting.sitting}
        input={{}}
        opened={opened}
        onClose={close}
        title={t('interest.title')}
        record={t('interest.record')}
        onRecorded={() => told(t('interest.done'))}
      >
        <Text size="sm">{t('interest.text')}</Text>
        <ul>
          {sitting.items.map(({ item, title, organisation }) => (
            <li key={item}>
              {title}
              {organisation && ` (${organisation})`}
              {mine.recusedFrom.includes(item) && ` – ${t('recused')}`}
            </li>
          ))}
        </ul>
      </Confirm>
    </Group>
  );
}

/** A voice goes to another voting member who holds none yet and gave none away. */
function MyProxy({ sitting, mine }: OfMine) {
  const { t } = useTranslation('sitting');
  const [opened, { open, close }] = useDisclosure();
  const [to, setTo] = useState<string>();
  const holders = new Set(sitting.members.flatMap(({ person, proxyTo }) => (person !== mine.person && proxyTo ? [proxyTo] : [])));
  if (holders.has(mine.person)) return null;
  const choices = sitting.members.filter(
    ({ person, voice, proxyTo }) => person !== mine.person && voice === 'deliberative' && !proxyTo && !holders.has(person),
  );
  return (
    <Group gap="sm">
      <Text size="sm">{mine.proxyTo ? t('proxy.given', { person: mine.proxyTo }) : t('proxy.question')}</Text>
      <Button size="sm" variant="default" onClick={open}>
        {mine.proxyTo ? t('proxy.change') : t('proxy.open')}
      </Button>
      <Confirm
        command="sitting/give-proxy"
        id={sitting.sitting}
        input={to === undefined ? undefined : { to }}
        opened={opened}
        onClose={close}
        title={t('proxy.open')}
        record={t('proxy.record')}
        onRecorded={() => told(t('proxy.done'))}
      >
        <Text size="sm">{t('proxy.text')}</Text>
        <Select
          label={t('proxy.to')}
          data={choices.map(({ person }) => person)}
          value={to ?? null}
          onChange={(chosen) => setTo(chosen ?? undefined)}
          comboboxProps={{ withinPortal: false }}
          required
        />
      </Confirm>
    </Group>
  );
}
