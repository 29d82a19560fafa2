import type { Page } from 'playwright-core';
import { until } from '../system/until.ts';

/** Waits until a page stands: its first heading is there, and no quiet bars hold the place of what is fetched. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await until('nothing is being fetched', async () => (await page.locator('[aria-busy="true"]').count()) === 0);
}
