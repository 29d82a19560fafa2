import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useOutletContext } from 'react-router';
import { SchemaForm } from '../../../forms/schema-form.tsx';
import { picked, type Shape } from '../../../forms/shape.ts';
import { useMissingWords } from '../missing-words.ts';
import { Section } from '../section.tsx';
import { fieldsOf, type SectionName } from '../sections.ts';
import type { Application } from '../use-application.ts';

const required = ['title', 'organisation', 'summary', 'finality', 'expectedStart', 'works'];

/** What the project is. */
export const ProjectSection = () => <FromShape name="project" />;
/** The works (chantiers) that it carries out. */
export const WorksSection = () => <FromShape name="works" />;

/** Fields that come from the shape of a revision as they are. */
function FromShape({ name }: { readonly name: SectionName }) {
  const application = useOutletContext<Application>();
  const { shape, content, change } = application;
  const fields = fieldsOf[name];
  const part = useMemo(() => picked({ ...shape, required }, fields), [shape, fields]);
  const problems = useProblems(application, name);
  // The first work stands open: there is one at least.
  const value = Object.fromEntries(fields.map((field) => [field, content[field] ?? (field === 'works' ? [{}] : undefined)]));
  return (
    <Section application={application} name={name}>
      <SchemaForm
        shape={part}
        value={value}
        problems={problems}
        onChange={(typed) => {
          for (const field of fields) {
            const now = (typed as Readonly<Record<string, unknown>>)[field];
            if (JSON.stringify(now) !== JSON.stringify(value[field])) change(field, now);
          }
        }}
      />
    </Section>
  );
}

/** The programme's own questions. */
export function FormSection() {
  const application = useOutletContext<Application>();
  const { file, content, change } = application;
  const { t } = useTranslation('application');
  const problems = useProblems(application, 'form').map(({ field, ...rest }) => ({ ...rest, field: field.replace(/^answers\.?/, '') }));
  if (!file.asked.form) return t('form.none');
  return (
    <Section application={application} name="form">
      <SchemaForm
        shape={file.asked.form as Shape}
        idPrefix="field_answers"
        value={content.answers ?? {}}
        problems={problems}
        onChange={(typed) => {
          if (JSON.stringify(typed) !== JSON.stringify(content.answers ?? {})) change('answers', typed);
        }}
      />
    </Section>
  );
}

/** What is wrong with what was typed; what is merely not there yet is told where the application is handed in. */
function useProblems({ missing, problem }: Application, name: SectionName) {
  const words = useMissingWords();
  const wrong = missing.flatMap((one) =>
    one.section === name && one.code === 'wrong' && one.path ? [{ field: one.path.join('.'), message: words(one) }] : [],
  );
  return [...wrong, ...(problem?.errors ?? [])];
}
