import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from '../../ui/chart/chart.tsx';

export interface Bars {
  /** One bar each. */
  readonly names: readonly string[];
  /** What is stacked in each bar, from its root. */
  readonly parts: readonly { readonly label: string; readonly values: readonly number[] }[];
  readonly amount: (cents: number) => string;
}

/** Stacked bars of amounts in cents: lying for things with names, standing for years. */
export const stackedOption =
  ({ names, parts, amount }: Bars, lying: boolean) =>
  (colours: ChartColours): EChartsCoreOption => {
    const fills = [colours.accent, colours.tint, colours.quiet, colours.line];
    const category = {
      type: 'category',
      data: [...names],
      axisLabel: { color: colours.text, fontFamily: colours.font },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
    };
    const value = {
      type: 'value',
      axisLabel: { color: colours.quiet, fontFamily: colours.font, formatter: amount, hideOverlap: true },
      splitLine: { lineStyle: { color: colours.line } },
    };
    return {
      textStyle: { fontFamily: colours.font },
      grid: { left: 8, right: 24, top: 36, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0, textStyle: { color: colours.text }, itemWidth: 14, itemHeight: 10 },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        renderMode: 'richText',
        valueFormatter: (cents: unknown) => amount(Number(cents)),
      },
      xAxis: lying ? value : category,
      yAxis: lying ? { ...category, inverse: true } : value,
      series: parts.map(({ label, values }, at) => ({
        type: 'bar',
        name: label,
        stack: 'all',
        barMaxWidth: 34,
        data: [...values],
        itemStyle: { color: fills[at % fills.length], borderColor: colours.ground, borderWidth: 1 },
      })),
    };
  };
