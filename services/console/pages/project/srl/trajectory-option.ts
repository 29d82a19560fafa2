import { CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { ChartColours } from '../../../ui/chart/chart.tsx';
import type { Project } from '../facts.tsx';

echarts.use([LineChart, CustomChart, GridComponent, TooltipComponent, MarkAreaComponent, CanvasRenderer]);

export type Step = Project['trajectory'][number];

export interface TrajectoryWords {
  readonly reached: string;
  readonly consolidated: string;
  readonly back: string;
  readonly day: (at: string) => string;
}

/** Level reached (a stair) and level consolidated (the ground below it) over time; a step back is marked, as a step of the path. */
export const trajectoryOption =
  (steps: readonly Step[], words: TrajectoryWords) =>
  (colours: ChartColours): echarts.EChartsCoreOption => {
    const reviewed = steps.filter((step) => !step.missed && step.reached !== undefined);
    const last = reviewed.at(-1);
    // What the last review found holds until today.
    const known = last ? [...reviewed, { ...last, at: new Date().toISOString(), change: undefined, isToday: true }] : [];
    const axis = { axisLine: { lineStyle: { color: colours.line } }, axisLabel: { color: colours.quiet, fontFamily: colours.font, fontSize: 13 } };
    return {
      textStyle: { fontFamily: colours.font, color: colours.text },
      grid: { left: 44, right: 24, top: 24, bottom: 40 },
      tooltip: {
        trigger: 'axis',
        renderMode: 'richText',
        backgroundColor: colours.ground,
        borderColor: colours.line,
        textStyle: { color: colours.text, fontFamily: colours.font, fontSize: 13 },
        valueFormatter: (value: unknown) => String(value ?? '–'),
        axisPointer: { lineStyle: { color: colours.quiet } },
      },
      xAxis: {
        type: 'time',
        ...axis,
        axisLabel: { ...axis.axisLabel, hideOverlap: true, formatter: { year: '{yyyy}', month: '{MM}/{yyyy}', day: '{dd}/{MM}' } },
        splitLine: { show: false },
      },
      yAxis: { type: 'value', min: 0, max: 9, interval: 1, ...axis, splitLine: { lineStyle: { color: colours.line } } },
      series: [
        {
          name: words.consolidated,
          type: 'line',
          step: 'end',
          symbol: 'none',
          lineStyle: { width: 0 },
          areaStyle: { color: colours.accent, opacity: 0.16 },
          data: known.map(({ at, consolidated }) => [at, consolidated ?? 0]),
        },
        {
          name: words.reached,
          type: 'line',
          step: 'end',
          lineStyle: { width: 2.5, color: colours.accent },
          data: known.map(({ at, reached, change, ...rest }) => ({
            value: [at, reached],
            symbol: 'isToday' in rest ? 'none' : change === 'back' ? 'triangle' : 'circle',
            symbolRotate: change === 'back' ? 180 : 0,
            symbolSize: change === 'back' ? 13 : 9,
            itemStyle: { color: change === 'back' ? colours.mark : colours.accent },
          })),
        },
      ],
    };
  };
