import { Table } from '@mantine/core';
import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart, type ChartColours } from '../../../ui/chart/chart.tsx';
import { useFormat } from '../../../ui/format.ts';
import type { Firmness } from './changes.ts';

use([BarChart, GridComponent, TooltipComponent, CanvasRenderer]);

interface SharesChartProps {
  readonly shares: Firmness['shares'];
  readonly titleOf: (application: string) => string;
}

/** In what share of the draws each application was selected; those selected now are of another colour, and said so in the table. */
export function SharesChart({ shares: { projects }, titleOf }: SharesChartProps) {
  const { t } = useTranslation(['trial', 'selection']);
  const { percent } = useFormat();
  const option = useCallback(
    (colours: ChartColours): EChartsCoreOption => ({
      textStyle: { fontFamily: colours.font },
      grid: { left: 8, right: 48, top: 8, bottom: 8, containLabel: true },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        renderMode: 'richText',
        valueFormatter: (share: unknown) => percent(Number(share)),
      },
      xAxis: {
        type: 'value',
        min: 0,
        max: 1,
        axisLabel: { color: colours.quiet, formatter: (share: number) => percent(share) },
        splitLine: { lineStyle: { color: colours.line } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: projects.map(({ application }) => titleOf(application)),
        axisLabel: { color: colours.text, width: 260, overflow: 'truncate' },
        axisTick: { show: false },
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 22,
          data: projects.map(({ share, outcome }) => ({
            value: share,
            itemStyle: { color: outcome === 'selected' ? colours.accent : colours.tint },
          })),
          label: { show: true, position: 'right', color: colours.text, formatter: ({ value }: { value: number }) => percent(value) },
        },
      ],
    }),
    [projects, titleOf, percent],
  );
  return (
    <Chart
      label={t('trial:sharesLabel')}
      option={option}
      height={Math.max(160, projects.length * 34 + 40)}
      table={
        <Table className="tabular">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('trial:application')}</Table.Th>
              <Table.Th>{t('trial:now')}</Table.Th>
              <Table.Th ta="right">{t('trial:share')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {projects.map(({ application, outcome, share }) => (
              <Table.Tr key={application}>
                <Table.Th scope="row" fw={400}>
                  {titleOf(application)}
                </Table.Th>
                <Table.Td>{outcome === 'unjudged' ? t('trial:unjudged') : t(`selection:becomes.${outcome}`)}</Table.Td>
                <Table.Td ta="right">{percent(share, 1)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      }
    />
  );
}
