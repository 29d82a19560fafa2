import {
  type AlertProps,
  type AnchorProps,
  type BadgeProps,
  type ButtonProps,
  type CSSVariablesResolver,
  createTheme,
  type ModalProps,
  type PaperProps,
  type SelectProps,
  type TableProps,
  type TooltipProps,
} from '@mantine/core';
import { palette } from './palette.ts';

const { pine, slate, brick, amber, moss, plum, indigo, dark } = palette;

const usually = <Props extends object>(defaultProps: Partial<Props>) => ({ defaultProps });

/** Calm and institutional: one accent, quiet grounds, lines rather than shadows. Mantine's own names lead to our palette, so that no colour of theirs comes in. */
export const theme = createTheme({
  colors: { pine, slate, brick, amber, moss, plum, indigo, dark, gray: slate, red: brick, yellow: amber, orange: amber, green: moss, blue: pine },
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  black: '#182126',
  fontFamily: "'Source Sans 3 Variable', 'Source Sans 3', system-ui, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace",
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1.0625rem', lg: '1.1875rem', xl: '1.375rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.55', xl: '1.5' },
  headings: {
    fontWeight: '620',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' },
      h2: { fontSize: '1.3125rem', lineHeight: '1.3' },
      h3: { fontSize: '1.125rem', lineHeight: '1.35' },
      h4: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  radius: { sm: '0.375rem', md: '0.5rem' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  // By name alone: to ask a component itself would bring its code to the first page.
  components: {
    Alert: usually<AlertProps>({ radius: 'md' }),
    Anchor: usually<AnchorProps>({ underline: 'hover' }),
    Badge: usually<BadgeProps>({ variant: 'light', tt: 'none', fw: 560, radius: 'sm' }),
    Button: usually<ButtonProps>({ fw: 600 }),
    Modal: usually<ModalProps>({ centered: true, radius: 'md', overlayProps: { backgroundOpacity: 0.4 } }),
    Paper: usually<PaperProps>({ withBorder: true, radius: 'md', p: 'lg' }),
    Select: usually<SelectProps>({ checkIconPosition: 'right' }),
    Table: usually<TableProps>({ verticalSpacing: 'xs' }),
    Tooltip: usually<TooltipProps>({ withArrow: true, events: { hover: true, focus: true, touch: true } }),
  },
});

/** In the dark scheme, grounds of badges and notes: a breath of their colour, with text in its light step. */
const quietColours = Object.fromEntries(
  Object.entries({ pine, gray: slate, red: brick, yellow: amber, green: moss, blue: pine, plum, indigo }).flatMap(([name, steps]) => [
    [`--mantine-color-${name}-light`, `color-mix(in srgb, ${steps[4]} 20%, transparent)`],
    [`--mantine-color-${name}-light-hover`, `color-mix(in srgb, ${steps[4]} 28%, transparent)`],
    [`--mantine-color-${name}-light-color`, steps[2]],
  ]),
);

/** What Mantine's defaults would leave below 4.5:1, and the grounds of our own. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': slate[7],
    '--mantine-color-placeholder': slate[6],
    '--mantine-color-error': brick[7],
    '--mantine-color-default-border': slate[3],
    '--jalon-mark': brick[5],
    '--jalon-ground': '#f7f9fa',
    '--jalon-line': slate[2],
    '--jalon-strong-line': slate[5],
    '--jalon-quiet': slate[0],
    '--jalon-accent': pine[7],
    '--jalon-accent-quiet': pine[0],
    '--jalon-accent-line': pine[3],
  },
  dark: {
    ...quietColours,
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': dark[3],
    '--mantine-color-error': brick[3],
    '--mantine-color-default-border': dark[4],
    '--jalon-mark': brick[4],
    '--jalon-ground': dark[8],
    '--jalon-line': dark[5],
    '--jalon-strong-line': dark[3],
    '--jalon-quiet': dark[6],
    '--jalon-accent': pine[3],
    '--jalon-accent-quiet': '#0f2b30',
    '--jalon-accent-line': pine[7],
  },
});
