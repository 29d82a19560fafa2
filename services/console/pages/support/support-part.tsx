import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useNeeded } from '../../api/read.ts';
import { DecideButton } from '../../forms/decide-button.tsx';
import { useFieldWords } from '../../forms/use-field-words.ts';
import { Block } from '../../ui/block.tsx';
import entries from '../../ui/entries.module.css';
import { useFormat } from '../../ui/format.ts';
import { useNewId } from '../../ui/use-new-id.ts';
import { Lessons } from '../lessons/lessons.tsx';
import { ValueReviews } from '../value/value-reviews.tsx';
import type { Substance } from './substance.ts';

/** What a project needs and was given, how its value is paid for, and what it learned. */
export function SupportPart() {
  const { id = '' } = useParams();
  const substance = useNeeded('/v1/projects/{id}/support', { path: { id } });
  return (
    <Stack gap="lg">
      <Needs substance={substance} />
      <Given substance={substance} />
      <ValueReviews substance={substance} />
      <Lessons substance={substance} />
    </Stack>
  );
}

function Needs({ substance: { project, version, needs, can } }: { readonly substance: Substance }) {
  const { t } = useTranslation('following');
  const { day } = useFormat();
  const words = useFieldWords();
  const need = useNewId('need', needs.length);
  const state = can.stateNeed && (
    <DecideButton id={project} command="state-need" version={version} given={{ need }} variant="filled">
      {t('stateNeed')}
    </DecideButton>
  );
  return (
    <Block title={t('needs')} action={state}>
      {needs.length === 0 && <Text c="dimmed">{t('noNeeds')}</Text>}
      <ul className={entries.entries}>
        {needs.map(({ need: name, kind, detail, statedAt, ended }) => (
          <li key={name}>
            <div className={entries.head}>
              <Text fw={600}>{words.choice(kind, 'kind')}</Text>
              <Badge color={ended?.how === 'met' ? 'green' : ended ? 'gray' : 'yellow'}>{t(`need.${ended?.how ?? 'open'}`)}</Badge>
              <Text size="sm" c="dimmed">
                {day(ended?.at ?? statedAt)}
              </Text>
            </div>
            <Text className={entries.prose}>{detail}</Text>
            {ended && (
              <Text size="sm" c="dimmed" className={entries.prose}>
                {ended.words}
              </Text>
            )}
            {!ended && (
              <Group gap="xs" mt="xs">
                {can.meetNeed && (
                  <DecideButton id={project} command="meet-need" version={version} given={{ need: name }} about={name} of={detail}>
                    {t('meetNeed')}
                  </DecideButton>
                )}
                {can.stateNeed && (
                  <DecideButton
                    id={project}
                    command="withdraw-need"
                    version={version}
                    given={{ need: name }}
                    about={name}
                    of={detail}
                    variant="subtle"
                  >
                    {t('withdrawNeed')}
                  </DecideButton>
                )}
              </Group>
            )}
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Given({ substance: { offers, given } }: { readonly substance: Substance }) {
  const { t } = useTranslation('following');
  const { day, number } = useFormat();
  const words = useFieldWords();
  if (offers.length + given.length === 0) return null;
  return (
    <Block title={t('given')}>
      <ul className={entries.entries}>
        {offers.map(({ offer, kind, detail, offeredAt }) => (
          <li key={offer}>
            <div className={entries.head}>
              <Text fw={600}>{words.choice(kind, 'kind')}</Text>
              <Badge>{t('offered')}</Badge>
              <Text size="sm" c="dimmed">
                {day(offeredAt)}
              </Text>
            </div>
            <Text className={entries.prose}>{detail}</Text>
          </li>
        ))}
        {given.map(({ kind, givenOn, hours, detail }) => (
          <li key={`${givenOn} ${kind} ${detail}`}>
            <div className={entries.head}>
              <Text fw={600}>{words.choice(kind, 'kind')}</Text>
              <Text size="sm" c="dimmed" className="tabular">
                {day(givenOn)} · {t('hours', { hours: number(hours) })}
              </Text>
            </div>
            <Text className={entries.prose}>{detail}</Text>
          </li>
        ))}
      </ul>
    </Block>
  );
}
