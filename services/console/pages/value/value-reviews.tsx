import { Badge, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DecideButton } from '../../forms/decide-button.tsx';
import { useFieldWords } from '../../forms/use-field-words.ts';
import { Block } from '../../ui/block.tsx';
import entries from '../../ui/entries.module.css';
import { useFormat } from '../../ui/format.ts';
import type { Substance } from '../support/substance.ts';

const points = ['risk', 'extraEffort', 'coBenefits', 'lastingSupport', 'elasticity'] as const;

/** How the project produces value and is paid for it: four families, five points of attention each with its second question, and what nobody pays for. */
export function ValueReviews({ substance: { project, version, value, can } }: { readonly substance: Substance }) {
  const { t } = useTranslation('following');
  const { day } = useFormat();
  const words = useFieldWords();
  const last = value.at(-1);
  const review = can.reviewValue && (
    <DecideButton
      id={project}
      command="review-value"
      version={version}
      initial={last && { captures: last.captures, attention: last.attention, produced: last.produced }}
    >
      {t('reviewValue')}
    </DecideButton>
  );
  return (
    <Block title={t('value')} action={review}>
      {!last && <Text c="dimmed">{t('noValue')}</Text>}
      {last && (
        <>
          <Text size="sm" c="dimmed" mb="sm">
            {t('valueOf', { phase: words.choice(last.phase, 'phase'), day: day(last.at) })}
          </Text>
          <ul className={entries.entries}>
            {last.captures.map(({ family, standing, detail }) => (
              <li key={`${family} ${detail}`}>
                <Group gap="xs">
                  <Text fw={600}>{words.choice(family, 'family')}</Text>
                  <Badge>{words.choice(standing, 'standing')}</Badge>
                </Group>
                <Text className={entries.prose}>{detail}</Text>
              </li>
            ))}
          </ul>
          <Title order={3} size="h4" mt="md">
            {t('attention')}
          </Title>
          <ul className={entries.entries}>
            {points.map((point) => (
              <li key={point}>
                <Text fw={600}>{t(`point.${point}`)}</Text>
                <Text className={entries.prose}>{last.attention[point].finding}</Text>
                <Text size="sm" c="dimmed" mt={4}>
                  {t(`second.${point}`)}
                </Text>
                <Text className={entries.prose}>{last.attention[point].second}</Text>
              </li>
            ))}
          </ul>
          <Title order={3} size="h4" mt="md">
            {t('produced')}
          </Title>
          <ul className={entries.entries}>
            {last.produced.map(({ dimension, value: said, paidFor }) => (
              <li key={`${dimension} ${said}`}>
                <Group gap="xs">
                  <Text fw={600}>{words.choice(dimension, 'dimension')}</Text>
                  <Badge color={paidFor === 'yes' ? 'green' : paidFor === 'no' ? 'gray' : 'yellow'}>{t(`paid.${paidFor}`)}</Badge>
                </Group>
                <Text className={entries.prose}>{said}</Text>
              </li>
            ))}
          </ul>
        </>
      )}
    </Block>
  );
}
