import { Badge, Button, Group, Paper, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../forms/confirm.tsx';
import { told } from '../../ui/told.ts';
import classes from './agenda.module.css';
import { type AgendaProps, answerColours, type Sitting } from './sitting.ts';

/** The minutes: what was concluded, signed by whoever presided and a second person. */
export function Minutes({ sitting, person, may }: AgendaProps) {
  const { t } = useTranslation('sitting');
  const [opened, { open, close }] = useDisclosure();
  const { stage, items, minutes, presiding } = sitting;
  const isWhole = items.every(({ concluded }) => concluded);
  if (stage !== 'held' && !(stage === 'open' && isWhole)) return null;
  const hasSigned = minutes.includes(person);
  const signs = stage === 'open' && may('sign-minutes') && !hasSigned;
  return (
    <Paper component="section" aria-labelledby="minutes">
      <Title order={2} size="h3" id="minutes" mb="xs">
        {t('minutes.title')}
      </Title>
      <Text size="sm" mb="sm">
        {stage === 'held' ? t('minutes.final') : t('minutes.needed', { person: presiding ?? '' })}
        {minutes.length > 0 && ` ${t('minutes.signedBy', { persons: minutes.join(', ') })}`}
      </Text>
      {signs && <Button onClick={open}>{t('minutes.open')}</Button>}
      {stage === 'open' && hasSigned && <Text c="dimmed">{t('minutes.second')}</Text>}
      <Confirm
        command="sitting/sign-minutes"
        id={sitting.sitting}
        input={{}}
        opened={opened}
        onClose={close}
        title={t('minutes.open')}
        record={t('minutes.record')}
        size="lg"
        onRecorded={() => told(t('minutes.done'))}
      >
        <Text size="sm">{minutes.length === 0 ? t('minutes.first') : t('minutes.last')}</Text>
        <Opinions sitting={sitting} />
      </Confirm>
    </Paper>
  );
}

function Opinions({ sitting: { items } }: { readonly sitting: Sitting }) {
  const { t } = useTranslation('sitting');
  return (
    <ol className={classes.opinions}>
      {items.map(
        ({ item, title, concluded }) =>
          concluded && (
            <li key={item}>
              <Group gap="xs">
                <Text span>{title}</Text>
                <Badge color={answerColours[concluded.avis]}>{t(`answer.${concluded.avis}`)}</Badge>
              </Group>
              {concluded.reservations.map(({ reservation, text }) => (
                <Text key={reservation} size="sm" c="dimmed">
                  {text}
                </Text>
              ))}
            </li>
          ),
      )}
    </ol>
  );
}
