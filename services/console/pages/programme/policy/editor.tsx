import { Alert, Badge, Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconHistory, IconInfoCircle } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../../forms/refused.tsx';
import { resolved, type Shape } from '../../../forms/shape.ts';
import { useDecision } from '../../../forms/use-decision.ts';
import { useStale } from '../../../live/use-stale.ts';
import { Bars } from '../../../ui/boundary.tsx';
import { useFormat } from '../../../ui/format.ts';
import { valueAt, withValueAt } from './leaves.ts';
import classes from './policy.module.css';
import { criteriaOf, PolicyPart } from './policy-part.tsx';
import { criteriaIn, sumOf, WHOLE } from './rubric.ts';
import { type Section, sections } from './sections.ts';

export interface EditorProps {
  readonly programme: string;
  /** The input of `draft-policy`. */
  readonly shape: Shape;
  readonly version: number;
  readonly inForce: object;
  readonly initial: unknown;
  readonly draftName: string;
  readonly onRecorded: () => void;
  readonly onLook: () => void;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A policy as it is written: its parts in sections, what changes against the one in force marked as one types, kept in the browser until it is saved. */
export function PolicyEditor({ programme, shape, version, inForce, initial, draftName, onRecorded, onLook }: EditorProps) {
  const { t } = useTranslation(['programme', 'policy', 'forms']);
  const { moment } = useFormat();
  const decision = useDecision({
    kind: 'programme',
    id: programme,
    command: 'draft-policy',
    shape,
    version,
    draftName,
    initial,
    exact: true,
    onRecorded,
  });
  const { draft, restored, typed, discard, check, send, sending, problem, problems, seen, goOnWith } = decision;
  const newer = useStale(`programme-${programme}`, seen);
  const latest = useRef<unknown>(undefined);
  latest.current = draft?.data;
  const put = useCallback((path: readonly string[], value: unknown) => typed(withValueAt(latest.current, ['policy', ...path], value)), [typed]);
  const policy = valueAt(draft?.data, ['policy']);
  const rubric = valueAt(policy, ['rubric']);
  const criteria = useMemo(() => criteriaOf({ rubric }), [rubric]);
  const parts = resolved(shape.properties?.policy ?? {}, shape).properties ?? {};
  const unplaced = Object.keys(parts).filter((part) => !sections.some((section) => section.parts.some((known) => known === part)));
  useEffect(() => {
    const [first] = problems;
    if (first) document.getElementById(`part-${first.field.split('.')[1]}`)?.scrollIntoView({ block: 'center' });
  }, [problems]);
  if (!draft) return <Bars count={10} />;

  const changedIn = (names: readonly string[]) => names.filter((name) => !same(valueAt(policy, [name]), valueAt(inForce, [name])));
  const changes = changedIn(Object.keys(parts)).length;
  const sum = sumOf(criteriaIn(rubric));
  const save = () => {
    if (check()) void send();
  };
  const shown = (section: Section) => section.parts.filter((part) => parts[part]);
  return (
    <div className={classes.layout}>
      <nav className={`${classes.index} no-print`} aria-label={t('programme:policy.sections')}>
        <ol>
          {sections.map((section) => {
            const count = changedIn(section.parts).length;
            return (
              <li key={section.section}>
                <a href={`#section-${section.section}`}>
                  <span>{t(`policy:section.${section.section}`)}</span>
                  {count > 0 && <Badge size="sm">{count}</Badge>}
                </a>
              </li>
            );
          })}
        </ol>
      </nav>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {restored && (
          <Alert color="pine" icon={<IconHistory aria-hidden />} p="sm" mb="md">
            <Group justify="space-between">
              <Text size="sm">{t('forms:draft.restored', { at: moment(draft.savedAt) })}</Text>
              <Button variant="subtle" size="compact-sm" onClick={() => void discard()}>
                {t('forms:draft.discard')}
              </Button>
            </Group>
          </Alert>
        )}
        {newer !== undefined && (
          <Alert color="yellow" icon={<IconInfoCircle aria-hidden />} title={t('forms:stale.title')} role="alert" mb="md">
            <Text size="sm" mb="sm">
              {t('forms:stale.text')}
            </Text>
            <Group gap="xs">
              <Button size="xs" variant="default" onClick={onLook}>
                {t('forms:stale.look')}
              </Button>
              <Button size="xs" onClick={() => goOnWith(newer)}>
                {t('forms:stale.go')}
              </Button>
            </Group>
          </Alert>
        )}
        {sections.map((section, at) => (
          <section key={section.section} id={`section-${section.section}`} className={classes.section}>
            <Title order={2} mb="sm">
              {t(`policy:section.${section.section}`)}
            </Title>
            <Paper p={0}>
              {[...shown(section), ...(at === sections.length - 1 ? unplaced : [])].map((part) => (
                <PolicyPart
                  key={part}
                  name={part}
                  shape={resolved(parts[part] ?? {}, shape)}
                  value={valueAt(policy, [part])}
                  criteria={part === 'tieBreak' ? criteria : undefined}
                  changed={changedIn([part]).length > 0}
                  problems={problems}
                  onChange={put}
                />
              ))}
            </Paper>
          </section>
        ))}
        {problem && <Refused problem={problem} />}
        <div className={`${classes.bar} no-print`}>
          <Group justify="space-between">
            <div>
              <Text fw={600} role="status">
                {changes === 0 ? t('programme:policy.noChange') : t('programme:policy.changes', { count: changes })}
              </Text>
              <Text size="sm" c={sum === WHOLE ? 'dimmed' : 'red'}>
                {sum === WHOLE ? t('forms:draft.kept') : t('policy:rubric.notWhole', { sum })}
              </Text>
            </div>
            <Button type="submit" loading={sending} disabled={changes === 0 || sum !== WHOLE || newer !== undefined}>
              {t('programme:policy.save')}
            </Button>
          </Group>
        </div>
      </form>
    </div>
  );
}
