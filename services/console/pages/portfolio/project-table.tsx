import { Paper, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { type SortingState, useTable } from '@tanstack/react-table';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type columnsWith, features } from './columns.tsx';
import classes from './portfolio.module.css';
import type { Row } from './rows.ts';

const ROW_HEIGHT = 61;

/** The table: only the rows in sight are in the page, so that five thousand are as quick as fifty. */
export function ProjectTable({ rows, columns }: { readonly rows: Row[]; readonly columns: ReturnType<typeof columnsWith> }) {
  const { t } = useTranslation('portfolio');
  const [sorting, setSorting] = useState<SortingState>([{ id: 'last', desc: true }]);
  const table = useTable({ features, columns, data: rows, state: { sorting }, onSortingChange: setSorting, getRowId: ({ project }) => project });
  const sorted = table.getRowModel().rows;
  const body = useRef<HTMLTableSectionElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => setMargin(body.current?.offsetTop ?? 0), []);
  const virtual = useWindowVirtualizer({ count: sorted.length, estimateSize: () => ROW_HEIGHT, overscan: 12, scrollMargin: margin });
  const shown = virtual.getVirtualItems();
  const [before, after] = [(shown[0]?.start ?? margin) - margin, virtual.getTotalSize() - ((shown.at(-1)?.end ?? margin) - margin)];
  return (
    <Paper p={0} className={classes.frame}>
      <table className={classes.table} aria-rowcount={sorted.length + 1}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} aria-rowindex={1}>
              {group.headers.map((header) => {
                const direction = header.column.getIsSorted();
                const Arrow = direction === 'asc' ? IconArrowUp : direction === 'desc' ? IconArrowDown : IconArrowsSort;
                return (
                  <th
                    key={header.id}
                    scope="col"
                    data-column={header.id}
                    aria-sort={direction === 'asc' ? 'ascending' : direction === 'desc' ? 'descending' : 'none'}
                  >
                    <UnstyledButton onClick={header.column.getToggleSortingHandler()} className={classes.sort}>
                      <table.FlexRender header={header} />
                      <Arrow size={14} aria-hidden data-on={Boolean(direction)} />
                    </UnstyledButton>
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody ref={body}>
          {before > 0 && (
            <tr aria-hidden>
              <td colSpan={columns.length} style={{ height: before, padding: 0 }} />
            </tr>
          )}
          {shown.map(({ index }) => {
            const row = sorted[index]!;
            return (
              <tr key={row.id} aria-rowindex={index + 2}>
                {row.getAllCells().map((cell) => (
                  <td key={cell.id} data-column={cell.column.id}>
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
              </tr>
            );
          })}
          {after > 0 && (
            <tr aria-hidden>
              <td colSpan={columns.length} style={{ height: after, padding: 0 }} />
            </tr>
          )}
        </tbody>
      </table>
      <span className="visually-hidden" role="status">
        {t('lead', { count: sorted.length })}
      </span>
    </Paper>
  );
}
