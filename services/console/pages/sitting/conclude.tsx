import { Badge, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../forms/confirm.tsx';
import { told } from '../../ui/told.ts';
import { answerColours, answers, type PointProps, whyNotConcluded } from './sitting.ts';

/** The committee’s opinion on an item, with its reservations where it voted for some. */
export function Conclude({ sitting, item }: PointProps) {
  const { t } = useTranslation('sitting');
  const [opened, { open, close }] = useDisclosure();
  const [texts, setTexts] = useState<readonly string[]>(['']);
  const why = whyNotConcluded(item);
  const { avis, counts } = item;
  const isReserved = avis === 'with-reservations';
  const said = texts.map((text) => text.trim()).filter((text) => text !== '');
  const reservations = isReserved ? said.map((text, place) => ({ reservation: `${item.item}-${place + 1}`, text })) : [];
  const input = why || (isReserved && said.length === 0) ? undefined : { item: item.item, reservations };
  if (why)
    return (
      <Text size="sm" c="dimmed">
        {t(`notYet.${why}`)}
      </Text>
    );
  return (
    <>
      <Button size="sm" onClick={open} aria-label={t('conclude.on', { title: item.title })}>
        {t('conclude.open')}
      </Button>
      <Confirm
        command="sitting/conclude-item"
        id={sitting.sitting}
        input={input}
        opened={opened}
        onClose={close}
        title={t('conclude.on', { title: item.title })}
        record={t('conclude.record')}
        size="lg"
        onRecorded={() => told(t('conclude.done'))}
      >
        {avis && (
          <Group gap="xs">
            <Text>{t('conclude.avis')}</Text>
            <Badge color={answerColours[avis]} size="lg">
              {t(`answer.${avis}`)}
            </Badge>
          </Group>
        )}
        <Text size="sm" className="tabular">
          {answers.map((answer) => `${t(`answer.${answer}`)} : ${counts?.[answer] ?? 0}`).join(' · ')}
          {item.castingVote && ` · ${t('casting')}`}
        </Text>
        {isReserved && (
          <Stack gap="xs">
            <Text size="sm">{t('conclude.reservations')}</Text>
            {texts.map((text, place) => (
              <Textarea
                // biome-ignore lint/suspicious/noArrayIndexKey: lines are added at the end only
                key={place}
                label={t('conclude.reservation', { place: place + 1 })}
                value={text}
                onChange={({ currentTarget: { value } }) => setTexts(texts.map((one, at) => (at === place ? value : one)))}
                autosize
                minRows={2}
              />
            ))}
            <Group>
              <Button variant="subtle" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setTexts([...texts, ''])}>
                {t('conclude.more')}
              </Button>
            </Group>
          </Stack>
        )}
      </Confirm>
    </>
  );
}
