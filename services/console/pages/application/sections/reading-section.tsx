import { Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOutletContext } from 'react-router';
import { useFieldWords } from '../../../forms/use-field-words.ts';
import { Section } from '../section.tsx';
import type { Application } from '../use-application.ts';

interface Entry {
  readonly criterion: string;
  readonly text?: string | undefined;
}

/** Criteria that have a section of their own. */
const elsewhere = ['combination', 'cooperation', 'scales', 'transformation', 'novelty', 'creativity', 'uncertainty', 'systematic', 'transferability'];

/** What the applicant says on the other criteria of the rubric, in words alone. One at least is needed. */
export function ReadingSection() {
  const application = useOutletContext<Application>();
  const { content, change, file } = application;
  const { t } = useTranslation(['application', 'criteria']);
  const words = useFieldWords();
  const entries = (content.selfAssessment ?? []) as readonly Entry[];
  const others = file.asked.criteria.filter((criterion) => !elsewhere.includes(criterion));
  const criteria = [...new Set([...others, ...entries.map(({ criterion }) => criterion)])];
  const put = (criterion: string, text: string) => {
    const kept = criteria.flatMap((one) => {
      const said = one === criterion ? text : (entries.find((entry) => entry.criterion === one)?.text ?? '');
      return said === '' ? [] : [{ criterion: one, text: said }];
    });
    change('selfAssessment', kept.length === 0 ? undefined : kept);
  };
  return (
    <Section application={application} name="reading">
      <Stack gap="lg" id="field_selfAssessment">
        {criteria.map((criterion) => (
          <Textarea
            key={criterion}
            id={`reading-${criterion}`}
            label={t(`criteria:${criterion as 'novelty'}`, { defaultValue: words.field(criterion) })}
            description={t(`application:asks.${criterion as 'balance'}`, { defaultValue: '' })}
            autosize
            minRows={2}
            maxRows={14}
            value={entries.find((entry) => entry.criterion === criterion)?.text ?? ''}
            onChange={({ currentTarget: { value } }) => put(criterion, value)}
          />
        ))}
      </Stack>
    </Section>
  );
}
