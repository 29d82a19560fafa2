import { ActionIcon, Alert, Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconPlus, IconScale, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useOutletContext } from 'react-router';
import { useFormat } from '../../../ui/format.ts';
import { MoneyInput } from '../../../ui/money-input.tsx';
import classes from '../application.module.css';
import { type Line, linesOf, planOf, sumOf } from '../file.ts';
import { Section } from '../section.tsx';
import type { Application } from '../use-application.ts';

type Side = 'needs' | 'resources';

/** The financing plan: what the project costs, what pays for it, and what is asked for; added up as one types. */
export function BudgetSection() {
  const application = useOutletContext<Application>();
  const { content, file, change, missing } = application;
  const { t } = useTranslation('application');
  const { money } = useFormat();
  const locked = file.changes === 'supplement';
  const { requested } = planOf(content);
  const above = missing.some(({ code }) => code === 'above-maximum');
  const withLines = (side: Side) => (lines: readonly Line[]) =>
    change('budget', { needs: linesOf(content, 'needs'), resources: linesOf(content, 'resources'), [side]: lines });
  return (
    <Section application={application} name="budget">
      <Stack gap="lg">
        <Lines side="needs" lines={linesOf(content, 'needs')} onChange={withLines('needs')} />
        <Lines side="resources" lines={linesOf(content, 'resources')} onChange={withLines('resources')} />
        <MoneyInput
          id="field_requested"
          label={t('budget.requested')}
          description={locked ? t('budget.fixed') : t('budget.most', { amount: money(file.call.maxGrant, file.currency) })}
          error={above ? t('missing.above-maximum', { amount: money(file.call.maxGrant, file.currency) }) : undefined}
          value={content.requested === undefined ? undefined : requested}
          onChange={(cents) => change('requested', cents)}
          disabled={locked}
          maw={260}
        />
        <Balance application={application} />
      </Stack>
    </Section>
  );
}

interface LinesProps {
  readonly side: Side;
  readonly lines: readonly Line[];
  readonly onChange: (lines: readonly Line[]) => void;
}

/** One side of the plan, line by line, with its sum. */
function Lines({ side, lines, onChange }: LinesProps) {
  const { t } = useTranslation('application');
  const { money } = useFormat();
  const shown = lines.length === 0 && side === 'needs' ? [{}] : lines;
  const put = (at: number, changed: Line) => onChange(shown.map((line, index) => (index === at ? { ...line, ...changed } : line)));
  return (
    <Fieldset legend={t(`budget.${side}`)}>
      <Text size="sm" c="dimmed" mb="sm">
        {t(`budget.${side}About`)}
      </Text>
      {shown.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own until they are written
        <div key={at} className={classes.line}>
          <TextInput
            id={`field_budget_${side}_${at}_label`}
            aria-label={t('budget.label', { number: at + 1 })}
            placeholder={at === 0 ? t(`budget.${side}Example`) : undefined}
            value={line.label ?? ''}
            onChange={({ currentTarget: { value } }) => put(at, { label: value === '' ? undefined : value })}
          />
          <MoneyInput
            id={`field_budget_${side}_${at}_amount`}
            aria-label={t('budget.amount', { number: at + 1 })}
            value={line.amount}
            onChange={(amount) => put(at, { amount })}
            styles={{ input: { textAlign: 'right' } }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('budget.remove', { number: at + 1 })}
            onClick={() => onChange(shown.filter((_, index) => index !== at))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {shown.length > 0 && (
        <div className={`${classes.sum} tabular`}>
          <span>{t('budget.sum')}</span>
          <span>{money(sumOf(shown))}</span>
        </div>
      )}
      <Button mt="sm" size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => onChange([...shown, {}])}>
        {t(`budget.${side}Add`)}
      </Button>
    </Fieldset>
  );
}

/** Whether both sides are equal, what lacks, and the amount to ask for that would make them so. */
function Balance({ application: { content, file, change } }: { readonly application: Application }) {
  const { t } = useTranslation('application');
  const { money } = useFormat();
  const { needs, resources, requested, gap } = planOf(content);
  if (needs === 0) return null;
  const whole = Math.max(needs, resources + requested);
  const fitting = needs - resources;
  const fits = file.changes === 'draft' && fitting > 0 && fitting <= file.call.maxGrant;
  return (
    <div id="plan" tabIndex={-1}>
      <Group justify="space-between" gap="xs" mb={6} className="tabular">
        <Text size="sm">{t('budget.covered', { resources: money(resources), requested: money(requested), needs: money(needs) })}</Text>
      </Group>
      <div className={classes.sides} aria-hidden>
        <span className={classes.own} style={{ width: `${(resources / whole) * 100}%` }} />
        <span className={classes.grant} style={{ width: `${(requested / whole) * 100}%` }} />
      </div>
      <Alert
        mt="sm"
        p="sm"
        color={gap === 0 ? 'green' : 'yellow'}
        icon={gap === 0 ? <IconCheck aria-hidden /> : <IconScale aria-hidden />}
        role="status"
      >
        <Group justify="space-between" gap="xs">
          <Text size="sm">{gap === 0 ? t('budget.balanced') : t(gap > 0 ? 'missing.short' : 'missing.over', { amount: money(Math.abs(gap)) })}</Text>
          {gap !== 0 && fits && (
            <Button size="compact-sm" variant="default" onClick={() => change('requested', fitting)}>
              {t('budget.ask', { amount: money(fitting) })}
            </Button>
          )}
        </Group>
      </Alert>
    </div>
  );
}
