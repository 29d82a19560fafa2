import { Anchor, Badge, Group, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shape } from '../../forms/shape.ts';
import { Summary } from '../../forms/summary.tsx';
import { useFieldWords } from '../../forms/use-field-words.ts';
import { useFormat } from '../../ui/format.ts';
import classes from './application.module.css';
import { type ApplicationFile, linesOf, planOf, type Typed } from './file.ts';
import { useSize } from './size.ts';

export interface ContentViewProps {
  readonly file: ApplicationFile;
  /** The content as it stands: recorded, or with what is typed. */
  readonly content: Typed;
}

interface Work {
  readonly name: string;
  readonly category: string;
  readonly description: string;
}
type Claims = Readonly<Record<string, { readonly claimed: number; readonly justification: string }>>;

/** An application to read: what it says, its plan, its partners and its pieces. */
export function ContentView({ file, content }: ContentViewProps) {
  const { t } = useTranslation('application');
  const words = useFieldWords();
  const { day } = useFormat();
  const works = (content.works ?? []) as readonly Work[];
  const said = (content.selfAssessment ?? []) as readonly { readonly criterion: string; readonly text: string }[];
  return (
    <Stack gap="xl">
      <Part title={t('section.project')}>
        <Facts
          facts={[
            [words.field('organisation'), content.organisation],
            [words.field('summary'), content.summary],
            [words.field('finality'), content.finality],
            [words.field('expectedStart'), typeof content.expectedStart === 'string' ? day(content.expectedStart) : undefined],
          ]}
        />
      </Part>
      {works.length > 0 && (
        <Part title={t('section.works')}>
          <Stack gap="sm">
            {works.map(({ name, category, description }) => (
              <div key={name}>
                <Group gap="xs">
                  <Text fw={600}>{name}</Text>
                  <Badge>{words.choice(category, 'category')}</Badge>
                </Group>
                <Text className={classes.prose}>{description}</Text>
              </div>
            ))}
          </Stack>
        </Part>
      )}
      <Part title={t('section.budget')}>
        <Plan content={content} />
      </Part>
      <ClaimsView title={t('section.breakthrough')} claims={content.isr as Claims | undefined} />
      <ClaimsView title={t('section.research')} claims={content.frascati as Claims | undefined} />
      {said.length > 0 && <Readings title={t('section.reading')} said={said} />}
      {file.asked.form && content.answers !== undefined && (
        <Part title={t('section.form')}>
          <Summary shape={file.asked.form as Shape} value={content.answers} />
        </Part>
      )}
      <Partners file={file} />
      <Pieces file={file} />
    </Stack>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <Title order={3} size="h4" mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, unknown])[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={classes.prose}>{typeof value === 'string' ? value : '–'}</dd>
        </div>
      ))}
    </dl>
  );
}

function Plan({ content }: { readonly content: Typed }) {
  const { t } = useTranslation('application');
  const { money } = useFormat();
  const { needs, resources, requested } = planOf(content);
  const rows = (side: 'needs' | 'resources') =>
    linesOf(content, side).map(({ label, amount = 0 }) => (
      <Table.Tr key={label}>
        <Table.Td>{label}</Table.Td>
        <Table.Td ta="right">{money(amount)}</Table.Td>
      </Table.Tr>
    ));
  const head = (name: string, amount: number) => (
    <Table.Tr>
      <Table.Th scope="row">{name}</Table.Th>
      <Table.Td ta="right" fw={620}>
        {money(amount)}
      </Table.Td>
    </Table.Tr>
  );
  return (
    <Table className="tabular">
      <Table.Tbody>
        {head(t('budget.needs'), needs)}
        {rows('needs')}
        {head(t('budget.resources'), resources)}
        {rows('resources')}
        {head(t('budget.requested'), requested)}
      </Table.Tbody>
    </Table>
  );
}

function ClaimsView({ title, claims }: { readonly title: string; readonly claims: Claims | undefined }) {
  const { t } = useTranslation(['application', 'criteria']);
  const { number } = useFormat();
  if (!claims) return null;
  return (
    <Part title={title}>
      <dl className={classes.facts}>
        {Object.entries(claims).map(([criterion, { claimed, justification }]) => (
          <div key={criterion}>
            <dt>
              {t(`criteria:${criterion as 'novelty'}`)}
              <br />
              <strong className="tabular">{t('application:claims.mark', { mark: number(claimed ?? 0) })}</strong>
            </dt>
            <dd className={classes.prose}>{justification}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

function Readings({ title, said }: { readonly title: string; readonly said: readonly { readonly criterion: string; readonly text: string }[] }) {
  const { t } = useTranslation('criteria');
  const words = useFieldWords();
  return (
    <Part title={title}>
      <Facts facts={said.map(({ criterion, text }) => [t(criterion as 'novelty', { defaultValue: words.field(criterion) }), text] as const)} />
    </Part>
  );
}

function Partners({ file: { consortium } }: { readonly file: ApplicationFile }) {
  const { t } = useTranslation('application');
  const { money } = useFormat();
  const words = useFieldWords();
  if (consortium.length === 0) return null;
  return (
    <Part title={t('section.partners')}>
      <ul className={classes.plain}>
        {consortium.map(({ member, name, organisation, role, budget }) => (
          <li key={member}>
            {name ?? organisation} · {words.choice(role, 'role')}
            {budget !== undefined && ` · ${money(budget)}`}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Pieces({ file: { pieces, project } }: { readonly file: ApplicationFile }) {
  const { t } = useTranslation('application');
  const words = useFieldWords();
  const size = useSize();
  return (
    <Part title={t('section.pieces')}>
      {pieces.length === 0 ? (
        <Text c="dimmed">{t('pieces.none')}</Text>
      ) : (
        <ul className={classes.plain}>
          {pieces.map(({ kind, file }) => (
            <li key={kind + file.hash}>
              {words.choice(kind, 'kind')} :{' '}
              <Anchor href={`/v1/projects/${encodeURIComponent(project)}/attachments/${file.hash}`}>{file.name}</Anchor> ({size(file.size)})
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
