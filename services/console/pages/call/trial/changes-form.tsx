import { Button, Checkbox, Fieldset, Group, NumberInput, SimpleGrid, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNeeded } from '../../../api/read.ts';
import { useFormat } from '../../../ui/format.ts';
import { MoneyInput } from '../../../ui/money-input.tsx';
import { type Changes, changesNothing, changesOf, type Firmness, nothingTyped, thresholdsOf } from './changes.ts';

interface ChangesFormProps {
  readonly call: string;
  readonly basis: Firmness;
  readonly trying: boolean;
  readonly onTry: (changes: Changes) => void;
  readonly onReset: () => void;
}

const figure = (typed: string | number): number | undefined => (typed === '' ? undefined : Number(typed));

/** The figures of the rule in force, each to be tried at another value. */
export function ChangesForm({ call, basis, trying, onTry, onReset }: ChangesFormProps) {
  const { t, i18n } = useTranslation(['trial', 'criteria']);
  const { text } = useFormat();
  const { envelope } = useNeeded('/v1/calls/{id}', { path: { id: call } });
  const [typed, setTyped] = useState(nothingTyped);
  const inForce = thresholdsOf(basis);
  const reviewers = basis.reviewers.flatMap(({ reviewer, reviews }) => (reviewer ? [{ reviewer, reviews }] : []));
  const changes = changesOf(typed, basis);
  const input = { decimalSeparator: i18n.language === 'en' ? '.' : ',', decimalScale: 2, min: 0, allowNegative: false, hideControls: true };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!changesNothing(changes)) onTry(changes);
  };
  const reset = () => {
    setTyped(nothingTyped);
    onReset();
  };
  return (
    <form onSubmit={send}>
      <Stack gap="md">
        <Fieldset legend={t('trial:weights')}>
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: 4 }} spacing="sm">
            {basis.weights.map(({ criterion, points }) => (
              <NumberInput
                {...input}
                key={criterion}
                label={t(`criteria:${criterion as 'team'}`, { defaultValue: criterion })}
                max={100}
                value={typed.weights[criterion] ?? points}
                onChange={(value) => setTyped({ ...typed, weights: { ...typed.weights, [criterion]: figure(value) } })}
              />
            ))}
          </SimpleGrid>
        </Fieldset>
        <Fieldset legend={t('trial:thresholds')}>
          <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="sm">
            <NumberInput
              {...input}
              label={t('trial:total')}
              value={typed.total ?? inForce.total}
              onChange={(value) => setTyped({ ...typed, total: figure(value) })}
            />
            <NumberInput
              {...input}
              label={t('trial:blockPercent')}
              suffix=" %"
              max={100}
              value={typed.blockPercent ?? inForce.blockPercent}
              onChange={(value) => setTyped({ ...typed, blockPercent: figure(value) })}
            />
          </SimpleGrid>
        </Fieldset>
        <Fieldset legend={t('trial:envelope')}>
          <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="sm">
            {envelope.map(({ funder, name, amount }) => (
              <MoneyInput
                key={funder}
                label={name ? text(name) : funder}
                value={typed.envelope[funder] ?? amount}
                onChange={(cents) => setTyped({ ...typed, envelope: { ...typed.envelope, [funder]: cents === amount ? undefined : cents } })}
              />
            ))}
          </SimpleGrid>
        </Fieldset>
        {reviewers.length > 0 && (
          <Checkbox.Group label={t('trial:leaveOut')} value={[...typed.leaveOut]} onChange={(leaveOut) => setTyped({ ...typed, leaveOut })}>
            <Group mt="xs" gap="lg">
              {reviewers.map(({ reviewer, reviews }) => (
                <Checkbox key={reviewer} value={reviewer} label={t('trial:reviewer', { reviewer, count: reviews })} />
              ))}
            </Group>
          </Checkbox.Group>
        )}
        <Group>
          <Button type="submit" loading={trying} disabled={changesNothing(changes)}>
            {t('trial:try')}
          </Button>
          <Button variant="default" onClick={reset}>
            {t('trial:reset')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('trial:noted')}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
