import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { System } from '../system/system.ts';

/** Where Chromium is: what the environment names, or where distributions put it. */
const places = [process.env.JALON_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
export const chromiumPath = places.find((path): path is string => Boolean(path) && existsSync(path!));

export type Language = 'fr' | 'en';
export type Scheme = 'light' | 'dark';

export interface Visit {
  readonly language?: Language;
  readonly scheme?: Scheme;
  readonly width?: number;
}

/** A browser on a system, with what went wrong in its pages noted. */
export interface Visitors extends AsyncDisposable {
  /** Somebody at the console: signed in as the persona, through the identity provider, on the page asked for. */
  signIn(persona: string, path?: string, visit?: Visit): Promise<Page>;
  /** Nobody yet. */
  arrive(path: string, visit?: Visit): Promise<Page>;
  /** What the content security policy refused, and errors that no code caught, in any page so far. */
  readonly wrong: readonly string[];
}

export async function visitorsOf(system: System): Promise<Visitors> {
  // As root there is no sandbox to be had; what is shown is our own.
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  const wrong: string[] = [];

  async function newContext({ language = 'fr', scheme = 'light', width = 1280 }: Visit): Promise<BrowserContext> {
    const viewport = { width, height: 900 };
    return browser.newContext({ locale: language, colorScheme: scheme, viewport, reducedMotion: 'reduce', baseURL: system.url });
  }

  async function arrive(path: string, visit: Visit = {}): Promise<Page> {
    const page = await (await newContext(visit)).newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => wrong.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) wrong.push(`${page.url()}: ${message.text()}`);
    });
    await page.goto(path);
    return page;
  }

  return {
    wrong,
    arrive,
    async signIn(persona, path = '/', visit = {}) {
      const page = await arrive(path, visit);
      await page.getByRole('link', { name: /^(Se connecter|Sign in)$/ }).click();
      await page.locator(`button[value="${persona}"]`).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
    },
  };
}
