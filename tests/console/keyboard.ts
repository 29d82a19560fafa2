import type { Locator, Page } from 'playwright-core';

/** Presses Tab until the element with this name, or this element, has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, sought: string | RegExp | Locator): Promise<void> {
  const isName = typeof sought === 'string' || sought instanceof RegExp;
  const wanted = isName ? named(page, sought) : sought;
  await wanted.waitFor();
  for (let presses = 0; presses < 120; presses += 1) {
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(sought)} cannot be reached with the Tab key.`);
}

const named = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name }).or(page.getByRole('link', { name })).or(page.getByLabel(name)).first();
