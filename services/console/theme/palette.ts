import type { MantineColorsTuple } from '@mantine/core';

/**
 * Ten steps a colour, of even lightness in OKLCH, so that the same step has the same contrast whatever the hue: from step 6 on they are read on
 * white (4.5:1), from step 4 down on the dark ground.
 */
export const palette = {
  pine: ['#f0fafb', '#dcf2f4', '#b9e4e9', '#8cced6', '#5cb4be', '#3396a0', '#037a84', '#00646d', '#004f57', '#00393f'],
  slate: ['#f6f8f9', '#e9edf0', '#d4dce1', '#b7c3ca', '#99a7b0', '#7a8992', '#606e77', '#4c5961', '#3a464c', '#293237'],
  brick: ['#fff3f0', '#ffe3de', '#ffc7bd', '#ffa194', '#f7796b', '#d7564a', '#b83930', '#9b231e', '#7e1511', '#5e0a09'],
  amber: ['#fef6ec', '#fbead6', '#f6d5ac', '#e8b779', '#d49743', '#b6770b', '#995c00', '#7f4800', '#663600', '#4b2600'],
  moss: ['#f1faf3', '#e0f3e3', '#c1e6c7', '#99d1a4', '#70b880', '#4d9960', '#307e46', '#1c6734', '#0d5225', '#053b19'],
  plum: ['#fdf4fd', '#f9e6f9', '#f1cdf3', '#e1abe4', '#cc89cf', '#ad69b1', '#904e95', '#783a7c', '#602b64', '#461d49'],
  indigo: ['#f3f7ff', '#e4ecff', '#cadaff', '#a8beff', '#87a0f2', '#6880d4', '#4f65b6', '#3d509b', '#2d3d7e', '#1f2b5e'],
  /** Grounds and texts of the dark scheme, from text to deepest ground. */
  dark: ['#dfeaf0', '#c9d3d9', '#afb9bf', '#8a949a', '#51595f', '#3d454a', '#2b3338', '#1a2226', '#11181d', '#091015'],
} as const satisfies Record<string, MantineColorsTuple>;
