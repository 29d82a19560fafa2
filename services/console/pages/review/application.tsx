import { Anchor, Badge, Group, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../api/read.ts';
import { useFormat } from '../../ui/format.ts';
import { pageOf } from '../../ui/things.ts';
import classes from './application.module.css';

type Project = Answer<'/v1/projects/{id}'>;

/** What an applicant wrote, to be read beside the rubric. */
export function Application({ project }: { readonly project: Project }) {
  const { t } = useTranslation(['review', 'fields', 'criteria']);
  const { money, day } = useFormat();
  const { content, currency, requested, organisation } = project;
  const own = content.selfAssessment ?? [];
  return (
    <article className={classes.application}>
      <Text size="sm" c="dimmed">
        {organisation}
        {requested !== undefined && ` · ${t('review:asked', { amount: money(requested, currency) })}`}
        {content.expectedStart && ` · ${t('review:starts', { day: day(content.expectedStart) })}`}
      </Text>
      {content.finality && (
        <Part title={t('review:part.finality')}>
          <Text size="lg" fw={560}>
            {content.finality}
          </Text>
        </Part>
      )}
      {content.summary && (
        <Part title={t('review:part.summary')}>
          <Text className={classes.prose}>{content.summary}</Text>
        </Part>
      )}
      {content.works && (
        <Part title={t('review:part.works')}>
          <ul className={classes.works}>
            {content.works.map(({ name, category, description }) => (
              <li key={name}>
                <Group gap="xs">
                  <Text fw={600}>{name}</Text>
                  <Badge>{t(`fields:choice.${category}`)}</Badge>
                </Group>
                <Text size="sm">{description}</Text>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Budget content={content} currency={currency} requested={requested} />
      {own.length > 0 && (
        <Part title={t('review:part.own')}>
          <dl className={classes.own}>
            {own.map(({ criterion, text }) => (
              <div key={criterion}>
                <dt>{t(`criteria:${criterion as 'team'}`, { defaultValue: criterion })}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      <Anchor component={Link} to={pageOf('project', project.project)} size="sm">
        {t('review:wholeFile')}
      </Anchor>
    </article>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.part}>
      <Title order={2} size="h4">
        {title}
      </Title>
      {children}
    </section>
  );
}

type BudgetProps = Pick<Project, 'content' | 'currency'> & { readonly requested: number | undefined };

/** Both sides of the financing plan, the aid asked for among the resources. */
function Budget({ content: { budget }, currency, requested = 0 }: BudgetProps) {
  const { t } = useTranslation('review');
  const { money } = useFormat();
  if (!budget) return null;
  const sides = [
    { side: t('part.needs'), lines: budget.needs },
    { side: t('part.resources'), lines: [...budget.resources, { label: t('part.aid'), amount: requested }] },
  ];
  return (
    <Part title={t('part.budget')}>
      <div className={classes.sides}>
        {sides.map(({ side, lines }) => (
          <Table key={side} className="tabular" verticalSpacing={4} horizontalSpacing={0}>
            <Table.Caption className={classes.caption}>{side}</Table.Caption>
            <Table.Tbody>
              {lines.map(({ label, amount }) => (
                <Table.Tr key={label}>
                  <Table.Th scope="row" fw={400}>
                    {label}
                  </Table.Th>
                  <Table.Td ta="right">{money(amount, currency)}</Table.Td>
                </Table.Tr>
              ))}
              <Table.Tr>
                <Table.Th scope="row">{t('part.sum')}</Table.Th>
                <Table.Td ta="right" fw={650}>
                  {money(
                    lines.reduce((sum, { amount }) => sum + amount, 0),
                    currency,
                  )}
                </Table.Td>
              </Table.Tr>
            </Table.Tbody>
          </Table>
        ))}
      </div>
    </Part>
  );
}
