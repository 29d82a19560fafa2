import { Badge, List, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNeeded } from '../../api/read.ts';
import { useFormat } from '../../ui/format.ts';
import { type Change, Drawing } from './drawing/drawing.tsx';
import { type Differences, listNames, type TargetSystem, type TargetSystems, titleOf } from './system.ts';
import classes from './target-system.module.css';

export interface CompareProps {
  readonly project: string;
  readonly all: TargetSystems;
  readonly from: string;
  readonly to: string;
  readonly onChoose: (from: string, to: string) => void;
}

/** Two versions side by side, with what tells them apart marked in the drawings and said in words. */
export function Compare({ project, all, from, to, onChoose }: CompareProps) {
  const { t } = useTranslation('system');
  const { day } = useFormat();
  const differences = useNeeded('/v1/projects/{id}/target-system/differences', { path: { id: project }, query: { from, to } });
  const named = [
    ...all.published.map(({ version, publishedAt }) => ({ value: String(version), label: t('versionOf', { version, day: day(publishedAt) }) })),
    { value: 'draft', label: t('versionDraft') },
  ];
  const systemOf = (name: string): TargetSystem => all.published.find(({ version }) => String(version) === name)?.system ?? all.draft;
  const before = systemOf(from);
  const after = systemOf(to);
  const marks = marksOf(differences);
  const side = (name: string, system: TargetSystem, shown: ReadonlyMap<string, Change>, choose: (name: string) => void, label: string) => (
    <div>
      <Select
        label={label}
        data={named}
        value={name}
        allowDeselect={false}
        onChange={(value) => value && choose(value)}
        mb="xs"
        className="no-print"
      />
      <Drawing key={name} system={system} label={named.find(({ value }) => value === name)?.label ?? name} changes={shown} />
    </div>
  );
  return (
    <Stack>
      <div className={classes.pair}>
        {side(from, before, marks.before, (name) => onChoose(name, to), t('compareFrom'))}
        {side(to, after, marks.after, (name) => onChoose(from, name), t('compareTo'))}
      </div>
      <Paper component="section">
        <Title order={2} size="h4" mb="xs">
          {t('differences')}
        </Title>
        <Words differences={differences} before={before} after={after} />
      </Paper>
    </Stack>
  );
}

function marksOf(differences: Differences): { readonly before: ReadonlyMap<string, Change>; readonly after: ReadonlyMap<string, Change> } {
  const before = new Map<string, Change>();
  const after = new Map<string, Change>();
  if (differences.texts.includes('finality')) for (const side of [before, after]) side.set('finality', 'changed');
  for (const list of listNames) {
    const { added, removed, changed } = differences[list];
    for (const id of removed) before.set(id, 'removed');
    for (const id of added) after.set(id, 'added');
    for (const { id } of changed) for (const side of [before, after]) side.set(id, 'changed');
  }
  return { before, after };
}

interface WordsProps {
  readonly differences: Differences;
  readonly before: TargetSystem;
  readonly after: TargetSystem;
}

function Words({ differences, before, after }: WordsProps) {
  const { t } = useTranslation('system');
  const lines = [
    ...differences.texts.map((text) => ({
      key: text,
      mark: 'changed' as const,
      words: t(`text.${text as 'finality'}`, { defaultValue: t('text.arrangedBy') }),
    })),
    ...listNames.flatMap((list) => {
      const kind = t(`part.${list}`);
      const { added, removed, changed } = differences[list];
      return [
        ...added.map((id) => ({ key: id, mark: 'added' as const, words: `${kind} : ${titleOf(after, id)}` })),
        ...removed.map((id) => ({ key: id, mark: 'removed' as const, words: `${kind} : ${titleOf(before, id)}` })),
        ...changed.map(({ id, fields }) => ({
          key: id,
          mark: 'changed' as const,
          words: `${kind} : ${titleOf(after, id)} (${fields.map((field) => t(`field.${field as 'title'}`, { defaultValue: field })).join(', ')})`,
        })),
      ];
    }),
  ];
  if (lines.length === 0) return <Text c="dimmed">{t('same')}</Text>;
  const colours = { added: 'green', removed: 'red', changed: 'yellow' } as const;
  return (
    <List spacing={6} listStyleType="none">
      {lines.map(({ key, mark, words }) => (
        <List.Item key={`${mark} ${key}`}>
          <Badge color={colours[mark]} mr="xs">
            {t(`change.${mark}`)}
          </Badge>
          {words}
        </List.Item>
      ))}
    </List>
  );
}
