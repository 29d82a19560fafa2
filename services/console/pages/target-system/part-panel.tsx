import { Button, Checkbox, CloseButton, Group, MultiSelect, Paper, Select, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FINALITY } from './drawing/layout.ts';
import { categories, type Heading, headingsOf, type ListName, listOf, type TargetSystem, type Work, without } from './system.ts';
import { WorkRoles } from './work-roles.tsx';

export interface PanelProps {
  readonly system: TargetSystem;
  readonly selected: string;
  /** Absent where one may only read. */
  readonly onChange?: ((system: TargetSystem) => void) | undefined;
  readonly onSelect: (id: string) => void;
  readonly onClose: () => void;
}

/** What is selected in the drawing, to read or to change. */
export function PartPanel({ system, selected, onChange, onSelect, onClose }: PanelProps) {
  const list = listOf(system, selected);
  const { t } = useTranslation('system');
  return (
    <Paper component="section" p="md" aria-label={t('panel')} pos="relative">
      <CloseButton aria-label={t('close')} onClick={onClose} pos="absolute" top={8} right={8} />
      <fieldset disabled={!onChange} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        {selected === FINALITY || !list ? (
          <Texts system={system} onChange={onChange ?? ignored} />
        ) : (
          <PartFields key={selected} system={system} list={list} id={selected} onChange={onChange ?? ignored} onSelect={onSelect} />
        )}
      </fieldset>
    </Paper>
  );
}

const ignored = (): void => undefined;

type Changing = (system: TargetSystem) => void;

/** The finality, the two situations and what lies between them. */
function Texts({ system, onChange }: { readonly system: TargetSystem; readonly onChange: Changing }) {
  const { t } = useTranslation('system');
  const put = (text: 'finality' | 'present' | 'target' | 'gap', value: string) => {
    const { [text]: _, ...rest } = system;
    onChange(value === '' ? rest : { ...rest, [text]: value });
  };
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('texts')}
      </Title>
      {(['finality', 'present', 'target', 'gap'] as const).map((text) => (
        <Textarea
          key={text}
          id={`text-${text}`}
          label={t(`text.${text}`)}
          description={t(`textAbout.${text}`)}
          autosize
          minRows={2}
          maxRows={8}
          value={system[text] ?? ''}
          onChange={({ currentTarget: { value } }) => put(text, value)}
        />
      ))}
    </Stack>
  );
}

interface PartFieldsProps {
  readonly system: TargetSystem;
  readonly list: ListName;
  readonly id: string;
  readonly onChange: Changing;
  readonly onSelect: (id: string) => void;
}

function PartFields({ system, list, id, onChange, onSelect }: PartFieldsProps) {
  const { t } = useTranslation('system');
  const parts = system[list] as readonly Heading[];
  const part = parts.find((one) => one.id === id);
  if (!part) return null;
  const put = (changed: object) => onChange({ ...system, [list]: parts.map((one) => (one.id === id ? { ...one, ...changed } : one)) });
  const describe = (value: string) => {
    const { description: _, ...rest } = part;
    onChange({ ...system, [list]: parts.map((one) => (one.id === id ? (value === '' ? rest : { ...rest, description: value }) : one)) });
  };
  return (
    <Stack gap="sm">
      <Group justify="space-between" pr="xl">
        <Title order={2} size="h4">
          {t(`part.${list}`)}
        </Title>
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={14} aria-hidden />}
          onClick={() => {
            onChange(without(system, id));
            onSelect(FINALITY);
          }}
        >
          {t('remove')}
        </Button>
      </Group>
      <TextInput
        id="part-title"
        label={t('title')}
        error={part.title.trim() === '' ? t('titleMissing') : undefined}
        maxLength={200}
        value={part.title}
        onChange={({ currentTarget: { value } }) => put({ title: value })}
      />
      <Textarea
        label={t('description')}
        autosize
        minRows={2}
        maxRows={8}
        value={part.description ?? ''}
        onChange={({ currentTarget: { value } }) => describe(value)}
      />
      {list === 'works' && <WorkFields system={system} work={part as Work} put={put} />}
      {list === 'stakeholders' && (
        <Checkbox
          label={t('carriesLabel')}
          checked={'carries' in part && part.carries === true}
          onChange={({ currentTarget: { checked } }) => put({ carries: checked ? true : undefined })}
        />
      )}
    </Stack>
  );
}

interface WorkFieldsProps {
  readonly system: TargetSystem;
  readonly work: Work;
  readonly put: (changed: Partial<Record<keyof Work, unknown>>) => void;
}

/** What a work has besides its name: its nature, its place, what it brings about, and who has which part in it. */
function WorkFields({ system, work, put }: WorkFieldsProps) {
  const { t } = useTranslation(['system', 'fields']);
  const options = (parts: readonly { readonly id: string; readonly title: string }[]) =>
    parts.map(({ id, title }) => ({ value: id, label: title || id }));
  return (
    <>
      <Select
        label={t('system:category')}
        data={categories.map((value) => ({ value, label: t(`fields:choice.${value}`) }))}
        value={work.category}
        allowDeselect={false}
        onChange={(category) => put({ category })}
      />
      <Select
        id="part-under"
        label={t(`system:under.${system.arrangedBy}`)}
        placeholder={t('system:choose')}
        data={options(headingsOf(system))}
        value={work.under ?? null}
        clearable
        onChange={(under) => put({ under: under ?? undefined })}
      />
      <MultiSelect
        label={t('system:aims')}
        placeholder={work.evolutions.length === 0 ? t('system:choose') : undefined}
        data={options(system.evolutions)}
        value={[...work.evolutions]}
        onChange={(evolutions) => put({ evolutions })}
      />
      <WorkRoles system={system} work={work} put={put} />
      <Checkbox label={t('system:priorityLabel')} checked={work.priority} onChange={({ currentTarget: { checked } }) => put({ priority: checked })} />
      {system.stakeholders.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('system:noStakeholders')}
        </Text>
      )}
    </>
  );
}
