import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromiumPath, type Visitors, visitorsOf } from '../console/browser.ts';
import { settled } from '../console/settled.ts';
import { viewsCaughtUp } from '../system/caught-up.ts';
import type { System } from '../system/system.ts';
import { until } from '../system/until.ts';
import { draftApplications } from './decisions-over-http.ts';
import { percentile } from './measure.ts';

const built = join(import.meta.dirname, '../../services/console/dist');

export interface ConsoleFigures {
  /** What the first page loads before the code of its route, in bytes, gzipped. */
  readonly firstLoad: number;
  /** How many projects the portfolio showed. */
  readonly rows: number;
  /** How long until all of them were there, from opening the page (milliseconds). */
  readonly whole: number;
  /** From each interaction to the next paint (milliseconds), as the browser tells it (Event Timing, multiples of 8). */
  readonly interactions: { readonly count: number; readonly p50: number; readonly p99: number; readonly worst: number };
}

/** The console in a real browser, beside so many projects; undefined without a browser. */
export async function consoleFigures(system: System, call: string, count: number): Promise<ConsoleFigures | undefined> {
  if (!chromiumPath) return undefined;
  await draftApplications(system, call, count, 1);
  await viewsCaughtUp(system);
  const visitors = await visitorsOf(system);
  return lookedAt(visitors, count).finally(() => visitors[Symbol.asyncDispose]());
}

async function lookedAt(visitors: Visitors, count: number): Promise<ConsoleFigures> {
  const page = await visitors.signIn('administrator');
  await settled(page);
  const begun = performance.now();
  await page.goto('/portfolio');
  const rows = () => page.getByRole('table').getAttribute('aria-rowcount').then(Number);
  await until('every project is in the table', async () => (await rows()) > count, 120_000);
  const [whole, shown] = [performance.now() - begun, (await rows()) - 1];
  await page.evaluate(`
    globalThis.took = [];
    new PerformanceObserver((list) => {
      for (const { interactionId, duration } of list.getEntries()) if (interactionId) globalThis.took.push(duration);
    }).observe({ type: 'event', durationThreshold: 16 });`);
  for (const column of ['Projet', 'SRL', 'Aide', 'Projet']) await page.getByRole('button', { name: column, exact: true }).click();
  await page.getByLabel('Filtrer par titre ou organisation').pressSequentially('atelier', { delay: 120 });
  await page.getByLabel('Filtrer par titre ou organisation').fill('');
  for (let turn = 0; turn < 5; turn += 1) await page.keyboard.press('PageDown');
  await page.getByText('Carte', { exact: true }).click();
  await page.getByRole('table', { name: 'Projets par phase et niveau SRL' }).waitFor();
  const took = await page.evaluate<readonly number[]>('globalThis.took');
  return {
    firstLoad: firstLoad(),
    rows: shown,
    whole,
    interactions: { count: took.length, p50: percentile(took, 0.5), p99: percentile(took, 0.99), worst: Math.max(0, ...took) },
  };
}

/** What the built index.html names, in bytes, each file gzipped: what is loaded before the code of a route. */
export function firstLoad(): number {
  const index = readFileSync(join(built, 'index.html'), 'utf8');
  const assets = readdirSync(join(built, 'assets')).filter((name) => index.includes(`assets/${name}`));
  return [index, ...assets.map((name) => readFileSync(join(built, 'assets', name)))].reduce((sum, file) => sum + gzipSync(file).length, 0);
}
