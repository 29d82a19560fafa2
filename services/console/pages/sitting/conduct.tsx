import { Button, Checkbox, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Confirm } from '../../forms/confirm.tsx';
import { useFormat } from '../../ui/format.ts';
import { formOf } from '../../ui/things.ts';
import { told } from '../../ui/told.ts';
import type { Sitting } from './sitting.ts';

interface ConductProps {
  readonly sitting: Sitting;
  readonly may: (command: string) => boolean;
}

/** What whoever keeps the sitting does with it as a whole: open it, put it off, give it up. */
export function Conduct({ sitting, may }: ConductProps) {
  const { t } = useTranslation('sitting');
  const { stage, items } = sitting;
  const isOver = items.every(({ concluded }) => concluded);
  const to = (command: string) => formOf('sitting', sitting.sitting, command);
  return (
    <>
      {stage === 'convened' && may('cancel-sitting') && (
        <Button component={Link} to={to('cancel-sitting')} variant="default">
          {t('cancel')}
        </Button>
      )}
      {(stage === 'convened' || stage === 'open') && !isOver && may('adjourn-sitting') && (
        <Button component={Link} to={to('adjourn-sitting')} variant="default">
          {t('adjourn')}
        </Button>
      )}
      {stage === 'convened' && may('open-sitting') && <OpenSitting sitting={sitting} />}
    </>
  );
}

/** The roll: who attends, and who presides where the chair is away. */
function OpenSitting({ sitting }: Pick<ConductProps, 'sitting'>) {
  const { t } = useTranslation('sitting');
  const { moment } = useFormat();
  const [opened, { open, close }] = useDisclosure();
  const { members, chair, heldAt } = sitting;
  const [attending, setAttending] = useState<readonly string[]>(() => members.filter(({ proxyTo }) => !proxyTo).map(({ person }) => person));
  const [presiding, setPresiding] = useState(chair);
  const voting = members.filter(({ person, voice }) => voice === 'deliberative' && attending.includes(person)).map(({ person }) => person);
  const presides = voting.includes(presiding) ? presiding : undefined;
  const isToCome = Date.parse(heldAt) > Date.now();
  if (isToCome) return null;
  return (
    <>
      <Button onClick={open}>{t('roll.open')}</Button>
      <Confirm
        command="sitting/open-sitting"
        id={sitting.sitting}
        input={presides === undefined ? undefined : { attending: [...attending], presiding: presides }}
        opened={opened}
        onClose={close}
        title={t('roll.title', { at: moment(heldAt) })}
        record={t('roll.record')}
        onRecorded={() => told(t('roll.done'))}
      >
        <Checkbox.Group label={t('roll.attending')} value={[...attending]} onChange={setAttending}>
          <Stack gap="xs" mt="xs">
            {members.map(({ person, voice, proxyTo }) => (
              <Checkbox
                key={person}
                value={person}
                label={person}
                description={proxyTo ? t('roll.gave', { person: proxyTo }) : t(`voice.${voice}`)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Select
          label={t('roll.presiding')}
          data={voting}
          value={presides ?? null}
          onChange={(chosen) => setPresiding(chosen ?? '')}
          comboboxProps={{ withinPortal: false }}
          required
        />
        <Text size="sm">{t('roll.quorum', { count: voting.length, needed: sitting.quorum.needed })}</Text>
      </Confirm>
    </>
  );
}
