import { Group, Slider, Text, Textarea, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOutletContext } from 'react-router';
import { useFormat } from '../../../ui/format.ts';
import classes from '../application.module.css';
import { Section } from '../section.tsx';
import type { Application } from '../use-application.ts';

const breakthrough = ['combination', 'cooperation', 'scales', 'transformation'] as const;
const research = ['novelty', 'creativity', 'uncertainty', 'systematic', 'transferability'] as const;
type Criterion = (typeof breakthrough)[number] | (typeof research)[number];

interface Claim {
  readonly claimed?: number | undefined;
  readonly justification?: string | undefined;
}
type Claims = Readonly<Record<string, Claim>>;

/** The four characteristics of breakthrough social innovation, as the applicant reads them. */
export function BreakthroughSection() {
  return <ClaimsOf name="breakthrough" field="isr" criteria={breakthrough} />;
}

/** The five criteria of research and development (Frascati), as the applicant reads them. */
export function ResearchSection() {
  return <ClaimsOf name="research" field="frascati" criteria={research} />;
}

interface ClaimsProps {
  readonly name: 'breakthrough' | 'research';
  readonly field: 'isr' | 'frascati';
  readonly criteria: readonly Criterion[];
}

function ClaimsOf({ name, field, criteria }: ClaimsProps) {
  const application = useOutletContext<Application>();
  const { content, change, unrecorded } = application;
  const { t } = useTranslation('application');
  const claims = (content[field] ?? {}) as Claims;
  const whole = criteria.every((criterion) => claims[criterion]?.claimed !== undefined && claims[criterion]?.justification);
  const put = (criterion: Criterion, changed: Claim) => change(field, { ...claims, [criterion]: { ...claims[criterion], ...changed } });
  return (
    <Section application={application} name={name}>
      {criteria.map((criterion) => (
        <ClaimFields
          key={criterion}
          id={`field_${field}_${criterion}`}
          criterion={criterion}
          claim={claims[criterion] ?? {}}
          onChange={(changed) => put(criterion, changed)}
        />
      ))}
      {unrecorded.includes(field) && !whole && (
        <Text size="sm" c="dimmed" mt="lg" role="status">
          {t('claims.half')}
        </Text>
      )}
    </Section>
  );
}

interface ClaimFieldsProps {
  readonly id: string;
  readonly criterion: Criterion;
  readonly claim: Claim;
  readonly onChange: (changed: Claim) => void;
}

/** One criterion: what it asks, the applicant's own mark from 0 to 5 by half points, and why. */
function ClaimFields({ id, criterion, claim: { claimed, justification }, onChange }: ClaimFieldsProps) {
  const { t } = useTranslation(['application', 'criteria']);
  const { number } = useFormat();
  const name = t(`criteria:${criterion}`);
  const told = claimed === undefined ? t('application:claims.unmarked') : t('application:claims.mark', { mark: number(claimed) });
  return (
    <div className={classes.claim}>
      <Group justify="space-between" align="baseline" gap="xs">
        <Title order={3} size="h4">
          {name}
        </Title>
        <Text size="sm" fw={claimed === undefined ? 400 : 620} c={claimed === undefined ? 'dimmed' : undefined} className="tabular">
          {told}
        </Text>
      </Group>
      <Text size="sm" c="dimmed" mb="xs">
        {t(`application:asks.${criterion}`)}
      </Text>
      <Slider
        id={`${id}_claimed`}
        min={0}
        max={5}
        step={0.5}
        marks={[0, 1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }))}
        value={claimed ?? 0}
        onChange={(value) => onChange({ claimed: value })}
        label={number}
        thumbLabel={t('application:claims.of', { criterion: name })}
        thumbProps={{ 'aria-valuetext': told }}
        mb="xl"
        mx="xs"
      />
      <Textarea
        id={`${id}_justification`}
        label={t('application:claims.justification')}
        aria-label={t('application:claims.justificationOf', { criterion: name })}
        autosize
        minRows={2}
        maxRows={12}
        value={justification ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ justification: value === '' ? undefined : value })}
      />
    </div>
  );
}
