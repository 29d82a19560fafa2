import { Anchor, Badge, Paper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import classes from './phase-map.module.css';
import type { Row } from './rows.ts';

const phases = ['concept', 'pilot', 'institutionalisation'] as const;
/** The levels, the highest first; 0 where none was reached. */
export const levels = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] as const;
/** More of a cell are read in the table. */
const SHOWN = 8;

/** Projects by phase and level: a table, so that it is read the same by eye and by ear. */
export function PhaseMap({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation(['portfolio', 'terms']);
  const { text } = useFormat();
  const by = Map.groupBy(rows, ({ phase, srl }) => `${phase ?? ''}/${srl?.reached ?? 0}`);
  const cell = (phase: string, level: number) => {
    const key = `${phase}/${level}`;
    const here = by.get(key) ?? [];
    return (
      <td key={key} data-many={here.length}>
        {here.length > 0 && (
          <>
            <Badge mb={4}>{here.length}</Badge>
            <ul>
              {here.slice(0, SHOWN).map(({ project, title }) => (
                <li key={project}>
                  <Anchor component={Link} to={`/projects/${project}`} size="sm" lineClamp={1}>
                    {text(title)}
                  </Anchor>
                </li>
              ))}
              {here.length > SHOWN && (
                <li>
                  <Anchor component={Link} to={`/portfolio?phase=${phase || 'none'}&level=${level}`} size="sm">
                    {t('portfolio:andMore', { count: here.length - SHOWN })}
                  </Anchor>
                </li>
              )}
            </ul>
          </>
        )}
      </td>
    );
  };
  return (
    <Paper className={classes.map} p="sm">
      <table aria-label={t('portfolio:mapLabel')}>
        <thead>
          <tr>
            <td />
            {phases.map((phase) => (
              <th key={phase} scope="col">
                {t(`terms:phase.${phase}`)}
              </th>
            ))}
            <th scope="col">{t('portfolio:noPhase')}</th>
          </tr>
        </thead>
        <tbody>
          {levels.map((level) => (
            <tr key={level}>
              <th scope="row">{level === 0 ? t('portfolio:noLevel') : t('portfolio:level', { level })}</th>
              {[...phases, ''].map((phase) => cell(phase, level))}
            </tr>
          ))}
        </tbody>
      </table>
    </Paper>
  );
}
