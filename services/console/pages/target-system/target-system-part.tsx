import { Alert, Badge, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconColumns2, IconInfoCircle, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { Refused } from '../../forms/refused.tsx';
import { Bars } from '../../ui/boundary.tsx';
import { useFormat } from '../../ui/format.ts';
import { Compare } from './compare.tsx';
import { Drawing } from './drawing/drawing.tsx';
import { PartPanel } from './part-panel.tsx';
import { PartsTable } from './parts-table.tsx';
import { PublishButton } from './publish-button.tsx';
import { arranged, categories, colourOf, type Place, type TargetSystem } from './system.ts';
import classes from './target-system.module.css';
import { type Editing, useTargetSystem } from './use-target-system.ts';

/** The target social system of a project: drawn, written, published, and its versions side by side. */
export function TargetSystemPart() {
  const { id = '' } = useParams();
  const editing = useTargetSystem(id);
  const [search, setSearch] = useSearchParams();
  if (!editing) return <Bars count={8} />;
  const compared = search.get('compare')?.split(',');
  if (compared && editing.all.published.length > 0) {
    const [from = '1', to = 'draft'] = compared;
    const choose = (one: string, other: string) => setSearch({ compare: `${one},${other}` }, { replace: true, preventScrollReset: true });
    return (
      <Stack>
        <CompareBar onClose={() => setSearch({}, { preventScrollReset: true })} />
        <Compare project={id} all={editing.all} from={from} to={to} onChoose={choose} />
      </Stack>
    );
  }
  return <Shown editing={editing} onCompare={(from) => setSearch({ compare: `${from},draft` }, { preventScrollReset: true })} />;
}

function CompareBar({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('system');
  return (
    <Group className="no-print">
      <Button variant="default" size="sm" onClick={onClose}>
        {t('backToDrawing')}
      </Button>
    </Group>
  );
}

interface ShownProps {
  readonly editing: Editing;
  readonly onCompare: (from: string) => void;
}

function Shown({ editing, onCompare }: ShownProps) {
  const { t } = useTranslation(['system', 'fields']);
  const { day } = useFormat();
  const { all, system, change } = editing;
  const [selected, setSelected] = useState<string>();
  const last = all.published.at(-1);
  const edits = all.canRevise ? change : undefined;
  const place = (id: string, { x, y }: Place) => change({ ...system, drawing: { ...system.drawing, [id]: { x, y } } });
  return (
    <Stack gap="md">
      <div className={`${classes.bar} no-print`}>
        <Group gap="xs">
          <Badge color={last ? 'pine' : 'gray'}>
            {last ? t('system:versionOf', { version: last.version, day: day(last.publishedAt) }) : t('system:neverPublished')}
          </Badge>
          {all.canRevise && <SavedNote editing={editing} />}
        </Group>
        <Group gap="xs">
          {last && (
            <Button size="sm" variant="default" leftSection={<IconColumns2 size={16} aria-hidden />} onClick={() => onCompare(String(last.version))}>
              {t('system:compare')}
            </Button>
          )}
          <Button size="sm" variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
            {t('system:print')}
          </Button>
          {all.canPublish && <PublishButton editing={editing} onSelect={setSelected} />}
        </Group>
      </div>
      <Told editing={editing} />
      {edits && (
        <SegmentedControl
          size="xs"
          className="no-print"
          aria-label={t('system:arrangedBy')}
          value={system.arrangedBy}
          onChange={(value) => edits(arranged(system, value === 'challenge' ? 'challenge' : 'stakeholder'))}
          data={(['challenge', 'stakeholder'] as const).map((value) => ({ value, label: t(`system:by.${value}`) }))}
          style={{ alignSelf: 'flex-start' }}
        />
      )}
      <div>
        <div className={classes.board}>
          <Drawing
            key={system.arrangedBy}
            system={system}
            label={t('system:described', { works: system.works.length, finality: system.finality ?? '–' })}
            selected={selected}
            onSelect={setSelected}
            onPlace={edits && place}
          />
          {selected !== undefined && (
            <div className={classes.panel}>
              <PartPanel system={system} selected={selected} onChange={edits} onSelect={setSelected} onClose={() => setSelected(undefined)} />
            </div>
          )}
        </div>
        <Legend system={system} onTidy={edits && (() => edits(unplaced(system)))} />
      </div>
      <PartsTable system={system} selected={selected} onSelect={setSelected} onChange={edits} />
    </Stack>
  );
}

/** What colours and lines stand for, and the way back to the places that the drawing gives. */
function Legend({ system, onTidy }: { readonly system: TargetSystem; readonly onTidy: (() => void) | undefined }) {
  const { t } = useTranslation(['system', 'fields']);
  return (
    <ul className={classes.legend}>
      {categories.map((category) => (
        <li key={category}>
          <Badge color={colourOf[category]}>{t(`fields:choice.${category}`)}</Badge>
        </li>
      ))}
      <li>{t('system:legend')}</li>
      {onTidy && system.drawing && Object.keys(system.drawing).length > 0 && (
        <li className="no-print">
          <Button size="compact-xs" variant="subtle" onClick={onTidy}>
            {t('system:tidy')}
          </Button>
        </li>
      )}
    </ul>
  );
}

const unplaced = ({ drawing: _, ...system }: Editing['system']): Editing['system'] => system;

function SavedNote({ editing: { saving, restored, record } }: { readonly editing: Editing }) {
  const { t } = useTranslation('system');
  return (
    <>
      <Text size="sm" c="dimmed" role="status">
        {t(restored && saving === 'kept' ? 'saving.found' : `saving.${saving}`)}
      </Text>
      {(saving === 'kept' || saving === 'refused') && (
        <Button size="compact-sm" variant="subtle" onClick={() => void record()}>
          {t('saving.now')}
        </Button>
      )}
    </>
  );
}

/** A refusal in words, or that somebody else wrote meanwhile. */
function Told({ editing: { problem, saving, keepMine, takeTheirs } }: { readonly editing: Editing }) {
  const { t } = useTranslation('system');
  if (saving === 'changed-elsewhere')
    return (
      <Alert color="yellow" icon={<IconInfoCircle aria-hidden />} title={t('elsewhere.title')} role="alert">
        <Text size="sm" mb="sm">
          {t('elsewhere.text')}
        </Text>
        <Group gap="xs">
          <Button size="xs" onClick={keepMine}>
            {t('elsewhere.mine')}
          </Button>
          <Button size="xs" variant="default" onClick={takeTheirs}>
            {t('elsewhere.theirs')}
          </Button>
        </Group>
      </Alert>
    );
  return problem ? <Refused problem={problem} /> : null;
}
