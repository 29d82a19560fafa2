import { Button, Paper, useComputedColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import * as echarts from 'echarts/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './chart.module.css';

export interface ChartProps {
  /** What the picture shows, in a sentence, for whoever does not see it. */
  readonly label: string;
  readonly option: (colours: ChartColours) => echarts.EChartsCoreOption;
  readonly height?: number;
  /** The same as a table. Shown on request, and always to print and to screen readers. */
  readonly table: ReactNode;
  /** Whether the table stands open from the beginning. */
  readonly open?: boolean;
}

export interface ChartColours {
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly accent: string;
  /** The accent, lighter: for what goes with it. */
  readonly tint: string;
  readonly mark: string;
  readonly ground: string;
  readonly font: string;
}

/** The colours of the scheme in use, as the canvas needs them. */
function coloursNow(): ChartColours {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    text: of('--mantine-color-text'),
    quiet: of('--mantine-color-dimmed'),
    line: of('--jalon-line'),
    accent: of('--jalon-accent'),
    tint: of('--jalon-accent-line'),
    mark: of('--jalon-mark'),
    ground: of('--mantine-color-body'),
    font: getComputedStyle(document.body).fontFamily,
  };
}

/** A chart with its table. Whoever uses it has registered its kinds with `echarts.use`. */
export function Chart({ label, option, height = 320, table, open = false }: ChartProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const [opened, { toggle }] = useDisclosure(open);
  const scheme = useComputedColorScheme('light');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scheme has other colours
  useEffect(() => {
    if (!place.current) return;
    const chart = echarts.init(place.current);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    chart.setOption({ animation: !calm, ...option(coloursNow()) });
    const sizes = new ResizeObserver(() => chart.resize());
    sizes.observe(place.current);
    return () => {
      sizes.disconnect();
      chart.dispose();
    };
  }, [option, scheme]);
  return (
    <Paper component="figure" m={0} p="md">
      <div ref={place} role="img" aria-label={label} className={classes.picture} style={{ height }} />
      <Button variant="subtle" size="compact-sm" onClick={toggle} aria-expanded={opened} className="no-print" mt="xs">
        {opened ? t('table.hideTable') : t('table.showTable')}
      </Button>
      <div className={opened ? classes.table : classes.hidden}>{table}</div>
    </Paper>
  );
}
