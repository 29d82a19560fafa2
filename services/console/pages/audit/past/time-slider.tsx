import { ActionIcon, Group, Paper, SegmentedControl, Slider, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/format.ts';
import type { Moment, Switch } from './moments.ts';

export interface TimeSliderProps {
  readonly moments: readonly Moment[];
  readonly at: number;
  readonly onAt: (index: number) => void;
  readonly by: Switch;
  readonly onBy: (by: Switch) => void;
}

/** Goes through a history decision by decision: by hand, by the arrow keys, or a step at a time. */
export function TimeSlider({ moments, at, onAt, by, onBy }: TimeSliderProps) {
  const { t } = useTranslation('audit');
  const { moment, text } = useFormat();
  const here = moments[at];
  const last = moments.length - 1;
  const told = here ? here.told.map(text) : [];
  return (
    <Paper mb="lg" className="no-print">
      <Group justify="space-between" mb="md">
        <SegmentedControl
          value={by}
          onChange={(value) => onBy(value === 'known' ? 'known' : 'effect')}
          data={[
            { value: 'effect', label: t('past.effect') },
            { value: 'known', label: t('past.known') },
          ]}
          aria-label={t('past.switch')}
        />
        <Text size="sm" c="dimmed">
          {t(by === 'effect' ? 'past.effectText' : 'past.knownText')}
        </Text>
      </Group>
      <Group wrap="nowrap" gap="sm">
        <ActionIcon variant="default" size="lg" aria-label={t('past.before')} disabled={at === 0} onClick={() => onAt(at - 1)}>
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <Slider
          flex={1}
          min={0}
          max={Math.max(last, 1)}
          step={1}
          value={at}
          onChange={onAt}
          label={null}
          thumbLabel={here ? t('past.at', { at: moment(here.at) }) : t('past.slider')}
          disabled={last < 1}
        />
        <ActionIcon variant="default" size="lg" aria-label={t('past.after')} disabled={at >= last} onClick={() => onAt(at + 1)}>
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <Text mt="sm" fw={600} className="tabular" aria-live="polite" mih="3.2em">
        {here && moment(here.at)}
        <Text span fw={400} c="dimmed">
          {told.length > 0 && ` · ${told.slice(0, 3).join(' ; ')}${told.length > 3 ? ` (+${told.length - 3})` : ''}`}
        </Text>
      </Text>
    </Paper>
  );
}
