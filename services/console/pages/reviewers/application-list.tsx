import { Badge, Group, Paper, Text } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from './proposals.ts';
import classes from './reviewers.module.css';

export interface ApplicationListProps {
  readonly applications: readonly Application[];
  readonly chosen: string;
  readonly onChoose: (project: string) => void;
  /** A digit was pressed: the reviewer of that rank is meant. */
  readonly onRank: (rank: number) => void;
}

/** The applications as one list to go through with the arrow keys. */
export function ApplicationList({ applications, chosen, onChoose, onRank }: ApplicationListProps) {
  const { t } = useTranslation('reviewers');
  const list = useRef<HTMLDivElement>(null);
  const at = applications.findIndex(({ project }) => project === chosen);

  function goTo(index: number): void {
    const next = applications[Math.min(Math.max(index, 0), applications.length - 1)];
    if (!next) return;
    onChoose(next.project);
    list.current?.querySelector<HTMLElement>(`[data-project="${next.project}"]`)?.focus();
  }
  function pressed(event: KeyboardEvent): void {
    const ways: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: applications.length - 1 };
    const to = ways[event.key];
    if (to !== undefined) {
      event.preventDefault();
      goTo(to);
    } else if (/^[1-9]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      onRank(Number(event.key));
    }
  }
  return (
    <Paper p={0} className={classes.list}>
      <div role="listbox" aria-label={t('applications')} ref={list} tabIndex={-1}>
        {applications.map(({ project, number, title, organisation, missing, reviews }) => (
          <div
            key={project}
            role="option"
            aria-selected={project === chosen}
            tabIndex={project === chosen ? 0 : -1}
            data-project={project}
            className={classes.application}
            onClick={() => onChoose(project)}
            onKeyDown={pressed}
          >
            <Text size="sm" c="dimmed" className="tabular">
              {number}
            </Text>
            <div className={classes.what}>
              <Text fw={600}>{title}</Text>
              <Text size="sm" c="dimmed">
                {organisation}
              </Text>
              <Group gap={4} mt={4}>
                {reviews.map(({ person, standing }) => (
                  <Badge key={person} color={standing === 'submitted' ? 'green' : standing === 'asked' ? 'pine' : 'gray'} size="sm">
                    {person} · {t(`standing.${standing}`)}
                  </Badge>
                ))}
              </Group>
            </div>
            <Badge color={missing === 0 ? 'green' : 'yellow'} variant="outline">
              {missing === 0 ? t('enough') : t('lacks', { count: missing })}
            </Badge>
          </div>
        ))}
      </div>
    </Paper>
  );
}
