import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { buildConsole } from '@jalon/infra/console';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { clientOf } from '../system/client.ts';
import { type System, startSystem } from '../system/system.ts';
import { chromiumPath, type Scheme, type Visitors, visitorsOf } from './browser.ts';
import { tabTo } from './keyboard.ts';
import { pages } from './pages.ts';
import { settled } from './settled.ts';

const pictures = join(import.meta.dirname, '../../docs/guide/pictures');
const shoots = process.env.JALON_PICTURES === '1';
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// All that differs between the two schemes is colour.
const rulesOfColour = ['color-contrast', 'link-in-text-block'];
const project = 'val-fictif';

let system: System;
let visitors: Visitors;
// Without a browser these are counted as not run; `.ci/run` installs one.
describe.skipIf(!chromiumPath)('the console', () => {
  beforeAll(async () => {
    await buildConsole(() => undefined);
    system = await startSystem({ postgresUrl: inject('servers').postgresUrl }, ['api', 'projector']);
    visitors = await visitorsOf(system);
  });
  afterAll(async () => {
    await visitors?.[Symbol.asyncDispose]();
    await system?.[Symbol.asyncDispose]();
  });

  it('brings whoever signs in back to the page that they asked for, and out again', async () => {
    const page = await visitors.signIn('administrator', '/portfolio?stage=pilot');
    await page.getByRole('heading', { level: 1, name: 'Portefeuille' }).waitFor();
    expect(new URL(page.url()).search).toBe('?stage=pilot');
    await page.getByRole('button', { name: 'Mon compte' }).click();
    await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
    await page.getByRole('heading', { name: 'Se connecter à Jalon' }).waitFor();
    await page.context().close();
  });

  it('shows to a reviewer what is theirs to do, and in English to who reads English', async () => {
    const page = await visitors.signIn('reviewer-1', '/', { language: 'en' });
    await page.getByRole('heading', { level: 1, name: 'My work' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await expect.poll(() => page.getByRole('link', { name: 'Audit journal' }).count()).toBe(0);
    await page.context().close();
  });

  it.concurrent.each(['fr', 'en'] as const)(
    'has nothing that axe finds on any page, light and dark, in %s',
    async (language) => {
      const found: string[] = [];
      const signedIn = new Map<string, { readonly page: Page; scheme: Scheme }>();
      for (const { name, persona, path } of pages) {
        const visit = signedIn.get(persona) ?? { page: await visitors.signIn(persona, '/', { language }), scheme: 'light' };
        signedIn.set(persona, visit);
        const { page } = visit;
        await page.goto(path);
        await settled(page);
        if (shoots) {
          visit.scheme = 'light';
          await inScheme(page, 'light');
          await picture(page, `${name}.${language}`);
        }
        const note = ({ violations }: Found) => {
          for (const { id, nodes } of violations)
            found.push(`${name}, ${visit.scheme}: ${id} ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
        };
        // Words have no colour: the colours of a page are looked at once, in both schemes, and the rest in both languages, each in one scheme and the next page in the other.
        if (language === 'fr') note(await axe(page).withRules(rulesOfColour).analyze());
        visit.scheme = visit.scheme === 'light' ? 'dark' : 'light';
        await inScheme(page, visit.scheme);
        note(await (language === 'fr' ? axe(page).withTags(rules) : axe(page).withTags(rules).disableRules(rulesOfColour)).analyze());
      }
      await Promise.all([...signedIn.values()].map(({ page }) => page.context().close()));
      expect(found).toEqual([]);
    },
    // Some sixty pages, each loaded and looked at.
    1_200_000,
  );

  it('takes a decision from search to the audit journal by keyboard alone', async () => {
    const page = await visitors.signIn('administrator');
    await settled(page);
    const key = page.keyboard;
    await key.press('Control+k');
    await page.getByRole('dialog').getByRole('textbox').waitFor();
    await key.type('relais de nuit');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Des relais de nuit/ })
      .waitFor();
    await key.press('ArrowDown');
    await key.press('Enter');
    await page.waitForURL(`**/projects/${project}`);
    await tabTo(page, 'Décider');
    await key.press('Enter');
    await tabTo(page, 'Filtrer les décisions');
    await key.type('visite');
    await tabTo(page, 'Programmer une visite sur place');
    await key.press('Enter');
    await tabTo(page, /^Visite sur place/);
    await key.type('first-visit');
    await tabTo(page, /^Prévu le/);
    await key.type('12042030');
    await tabTo(page, /^Objet/);
    await key.type('Voir deux ateliers.');
    await tabTo(page, 'Vérifier avant d’enregistrer');
    await key.press('Enter');
    await page.getByRole('heading', { name: 'Vérifiez avant d’enregistrer' }).waitFor();
    await tabTo(page, 'Enregistrer la décision');
    await key.press('Enter');
    await page.getByText(/^Décision enregistrée/).waitFor();
    await page.context().close();

    const journal = await (await clientOf(system, 'auditor')).read(`journal?stream=project-${project}&type=visit-planned`);
    expect(journal.body.items).toMatchObject([{ command: 'project/plan-visit', actor: { kind: 'person', id: 'administrator' } }]);
  });

  it('loses nothing typed: not by a refusal, which is told in words, not by a reload, not by signing out', async () => {
    const page = await visitors.signIn('administrator', `/do/project/${project}/plan-visit`);
    await page.getByLabel('Visite sur place').fill('second-visit');
    await page.getByLabel('Prévu le').fill('2020-01-15');
    await page.getByLabel('Objet').fill('Une visite au passé.');
    await page.getByRole('button', { name: 'Vérifier avant d’enregistrer' }).click();
    await page.getByRole('button', { name: 'Enregistrer la décision' }).click();
    await page.getByRole('alert').filter({ hasText: 'Rien n’a été enregistré' }).waitFor();
    expect(await page.getByLabel('Objet').inputValue()).toBe('Une visite au passé.');
    await page.reload();
    await page.getByText(/Votre saisie du .* a été retrouvée/).waitFor();
    expect(await page.getByLabel('Prévu le').inputValue()).toBe('2020-01-15');
    await page.getByRole('button', { name: 'Mon compte' }).click();
    await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
    await page.getByRole('link', { name: 'Se connecter' }).click();
    await page.locator('button[value="administrator"]').click();
    await page.getByRole('heading', { level: 1, name: 'Mon travail' }).waitFor();
    await page.goto(`/do/project/${project}/plan-visit`);
    expect(await page.getByLabel('Objet').inputValue()).toBe('Une visite au passé.');
    await page.context().close();
  });

  it('shows what another person decides without a reload, and tells a form that it has become stale before it is sent', async () => {
    const reading = await visitors.signIn('auditor', `/projects/${project}/timeline`);
    const typing = await visitors.signIn('administrator', `/do/project/${project}/plan-visit`);
    await typing.getByLabel('Objet').waitFor();
    await Promise.all([reading, typing].map(settled));
    const other = await clientOf(system, 'administrator-2');
    await other.decide(`projects/${project}/plan-visit`, { visit: 'third-visit', plannedOn: '2031-05-05', purpose: 'Comptes.' });
    await expect.poll(() => reading.getByText('Visite sur place programmée').count(), { timeout: 15_000 }).toBeGreaterThan(1);
    await typing.getByRole('alert').filter({ hasText: 'Quelqu’un a décidé entre-temps' }).waitFor();
    await typing.getByRole('button', { name: 'Poursuivre sur la situation actuelle' }).click();
    await typing.getByRole('alert').filter({ hasText: 'Quelqu’un a décidé' }).waitFor({ state: 'detached' });
    await Promise.all([reading, typing].map((page) => page.context().close()));
  });

  it('says in words that the service does not answer, and comes back', async () => {
    const page = await visitors.signIn('administrator', '/portfolio');
    await page.context().setOffline(true);
    await page.getByText('Vous êtes hors ligne.').waitFor();
    await page.context().setOffline(false);
    await page.getByText('Vous êtes hors ligne.').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('never did what the content security policy refuses, and no error went uncaught', () => {
    expect(visitors.wrong).toEqual([]);
  });
});

type Found = Awaited<ReturnType<AxeBuilder['analyze']>>;

/** No page here has frames, so that axe need not open a page of its own for what it found in each. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

async function inScheme(page: Page, scheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
  // Between two colours there are others, which nobody chose.
  await page.evaluate('Promise.allSettled(document.getAnimations().map((running) => running.finished))');
}
