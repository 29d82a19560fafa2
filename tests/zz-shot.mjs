import { chromium } from 'playwright-core';
import { readFileSync, existsSync } from 'node:fs';
// node zz-shot.mjs persona path name [lang] [scheme] [width]
const [persona, path, name, lang = 'fr', scheme = 'light', width = '1280', height = '900'] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
const token = readFileSync(`/tmp/console/${persona}.token`, 'utf8').trim();
const context = await browser.newContext({ viewport: { width: +width, height: +height }, colorScheme: scheme, locale: lang, extraHTTPHeaders: { authorization: `Bearer ${token}` }, reducedMotion: 'reduce' });
const page = await context.newPage();
page.on('console', (m) => ['error', 'warning'].includes(m.type()) && console.log('console:', m.text().slice(0, 400)));
page.on('pageerror', (e) => console.log('pageerror:', e.message.slice(0, 500)));
page.on('response', (r) => r.status() >= 400 && console.log(r.status(), r.url().slice(0, 150)));
const r = await fetch('http://127.0.0.1:3100/v1/me', { headers: { authorization: `Bearer ${token}` } });
if (r.status === 404) await page.route('**/v1/me', (route) => route.fulfill({ json: { id: persona, tenant: 'demonstration', roles: [persona === 'holder' ? 'project-holder' : persona.replace(/-\d$/, '')], name: persona } }));
await page.goto(`http://127.0.0.1:3100${path}`);
await page.waitForTimeout(+(process.env.WAIT ?? 1800));
if (process.env.DO) { const f = (await import(process.env.DO)).default; await f(page); }
await page.screenshot({ path: `/tmp/console/shots/${name}.png`, fullPage: !!process.env.FULL });
console.log(await page.title());
if (process.env.AXE) {
  const { AxeBuilder } = await import('@axe-core/playwright');
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  for (const v of violations) console.log('AXE', v.id, v.help, v.nodes.slice(0, 4).map((n) => n.html.slice(0, 160) + ' :: ' + (n.any[0]?.message ?? '')));
}
await browser.close();
