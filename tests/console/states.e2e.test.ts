import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildConsole } from '@jalon/infra/console';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { firstLoad } from '../load/console.ts';
import { draftApplications } from '../load/decisions-over-http.ts';
import { viewsCaughtUp } from '../system/caught-up.ts';
import { clientOf } from '../system/client.ts';
import { type System, startSystem } from '../system/system.ts';
import { until } from '../system/until.ts';
import { chromiumPath, type Visitors, visitorsOf } from './browser.ts';
import { settled } from './settled.ts';

/** So many applications to one call, each revised three times: twenty thousand decisions. */
const MANY = 5_000;
const roles = {
  holder: 'project-holder',
  auditor: 'auditor',
  'reviewer-1': 'reviewer',
  'committee-member': 'committee-member',
  'funder-region': 'funder',
};

/** An authority that begins: its administrator, some people, and nothing else. */
const beginnings = `stream: organisation-authority
history:
  - at: -P40D
    by: administrator
    command: register-organisation
    data: { name: { fr: Région fictive, en: Fictional region }, administrator: administrator }
${Object.entries(roles)
  .map(([person, role]) => `  - { at: -P39D, by: administrator, command: grant-role, data: { person: ${person}, role: ${role} } }\n`)
  .join('')}`;

let folder: string;
let system: System;
let visitors: Visitors;
describe.skipIf(!chromiumPath)('the console', () => {
  beforeAll(async () => {
    await buildConsole(() => undefined);
    folder = mkdtempSync(join(tmpdir(), 'jalon-beginnings-'));
    writeFileSync(join(folder, 'import.yaml'), 'tenant: demonstration\ntimeZone: Europe/Paris\n');
    writeFileSync(join(folder, 'authority.yaml'), beginnings);
    const unlimited = { JALON_HTTP_REQUESTS_PER_MINUTE: '1000000' };
    system = await startSystem({ postgresUrl: inject('servers').postgresUrl }, ['api', 'projector'], unlimited, folder);
    visitors = await visitorsOf(system);
  });
  afterAll(async () => {
    await visitors?.[Symbol.asyncDispose]();
    await system?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  it('loads less than 250 kB before the code of a page', () => expect(firstLoad()).toBeLessThan(250_000));

  const nothingYet: Readonly<Record<string, readonly (readonly [path: string, title: string])[]>> = {
    administrator: [
      ['/', 'Rien ne vous attend'],
      ['/portfolio', 'Aucun projet'],
      ['/calls', 'Aucun appel'],
      ['/programmes', 'Aucun programme'],
      ['/obligations', 'Aucun programme'],
      ['/payments', 'Aucun programme'],
      ['/budget', 'Aucun programme'],
    ],
    'committee-member': [['/sittings', 'Aucune séance']],
    'reviewer-1': [['/reviews', 'Aucune évaluation ne vous est confiée']],
    'funder-region': [['/co-funded', 'Aucun projet cofinancé']],
  };

  it.each(Object.keys(nothingYet))('where nothing is yet, tells %s so on each page, and what comes there', async (persona) => {
    const page = await visitors.signIn(persona);
    for (const [path, title] of nothingYet[persona]!) {
      await page.goto(path);
      const note = page.getByRole('heading', { name: title });
      await note.waitFor();
      expect((await note.locator('xpath=following-sibling::*').first().innerText()).length).toBeGreaterThan(20);
    }
    await page.context().close();
  });

  describe('when the answer is slow', () => {
    it('shows where something is about to stand, keeps the rest usable, and then what came', async () => {
      const page = await visitors.signIn('administrator');
      await settled(page);
      const { promise: held, resolve: release } = Promise.withResolvers<void>();
      await page.route('**/v1/calls*', async (route) => {
        await held;
        await route.continue();
      });
      await page.goto('/calls');
      await page.locator('[aria-busy="true"]').first().waitFor();
      await page.getByRole('link', { name: 'Portefeuille' }).first().click();
      await page.getByRole('heading', { level: 1, name: 'Portefeuille' }).waitFor();
      await page.goBack();
      await page.locator('[aria-busy="true"]').first().waitFor();
      release();
      await page.getByRole('heading', { name: 'Aucun appel' }).waitFor();
      await page.context().close();
    });
  });

  describe('when the answer fails', () => {
    const broken = { status: 500, code: 'internal', title: 'Erreur interne', detail: 'Une erreur est survenue.', type: 'about:blank' };
    const failing = (page: Page, path: string) =>
      page.route(path, (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', json: broken }));

    it.each([
      ['/portfolio', '**/v1/projects*', 'Aucun projet'],
      ['/calls', '**/v1/calls*', 'Aucun appel'],
      ['/programmes', '**/v1/programmes*', 'Aucun programme'],
    ])('says so on %s with a way to try again, which is enough', async (path, asked, then) => {
      const page = await visitors.signIn('administrator');
      await settled(page);
      await failing(page, asked);
      await page.goto(path);
      const alert = page.getByRole('alert').filter({ hasText: 'Une erreur est survenue.' });
      await alert.waitFor({ timeout: 60_000 });
      await page.unroute(asked);
      await alert.getByRole('button').click();
      await page.getByRole('heading', { name: then }).waitFor();
      await page.context().close();
    });

    it('goes on by itself once the network is back, also where the code of a page could not be had', async () => {
      const page = await visitors.signIn('administrator');
      await settled(page);
      await page.context().setOffline(true);
      await page.getByRole('link', { name: 'Appels', exact: true }).first().click();
      await page.getByText('cette page reviendra d’elle-même').waitFor({ timeout: 60_000 });
      await page.context().setOffline(false);
      await page.getByRole('heading', { name: 'Aucun appel' }).waitFor({ timeout: 60_000 });
      await page.context().close();
    });
  });

  describe(`with ${MANY} applications`, () => {
    beforeAll(async () => {
      const administrator = await clientOf(system, 'administrator');
      const name = { fr: 'Grand programme', en: 'Large programme' };
      await administrator.decide('programmes/grand/create-programme', { name });
      await administrator.decide('programmes/grand/add-funder', { funder: 'region', name, kind: 'region', notify: {} });
      const today = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Paris' });
      await administrator.decide('calls/grand/draft-call', {
        programme: 'grand',
        title: { fr: 'Grand appel', en: 'Large call' },
        envelope: [{ funder: 'region', amount: 100_000_000 }],
        opensOn: today,
        closesOn: '2099-12-31',
        maxGrant: 10_000_000,
      });
      await administrator.decide('calls/grand/publish-call');
      await draftApplications(system, 'grand', MANY, 3);
      await viewsCaughtUp(system);
      expect((await system.log.tenants())[0]!.head).toBeGreaterThan(4 * MANY);
    }, 600_000);

    it('holds all of them in a table of which only what is in sight is on the page, sorted, narrowed and found', async () => {
      const page = await visitors.signIn('administrator', '/portfolio');
      const table = page.getByRole('table');
      await until('all of them are there', async () => (await table.getAttribute('aria-rowcount')) === String(MANY + 1), 120_000);
      expect(await table.locator('tbody tr').count()).toBeLessThan(80);
      await page.getByRole('button', { name: 'Projet', exact: true }).click();
      await page.getByText(`Atelier draft-${MANY}-0, 3`).waitFor();
      await page.getByLabel('Filtrer par titre ou organisation').fill(`draft-${MANY}-4321`);
      await until('one is left', async () => (await table.getAttribute('aria-rowcount')) === '2');
      await page.getByRole('link', { name: `Atelier draft-${MANY}-4321, 3` }).click();
      await page.getByRole('heading', { level: 1, name: `Atelier draft-${MANY}-4321, 3` }).waitFor();
      await page.context().close();
    });

    it('shows some of a cell of the map, and leads to all of it', async () => {
      const page = await visitors.signIn('administrator', '/portfolio?show=map');
      const more = page.getByRole('link', { name: /et .* autres/ });
      await until('all of them are counted', async () => (await more.innerText()).replaceAll(/\D/g, '') === String(MANY - 8), 120_000);
      await more.click();
      await until('all of them are there', async () => (await page.getByRole('table').getAttribute('aria-rowcount')) === String(MANY + 1));
      await page.context().close();
    });

    it('shows the board with the count, and the journal a page at a time, newest first', async () => {
      const page = await visitors.signIn('auditor', '/calls');
      await page
        .getByText(/5\s?000/)
        .first()
        .waitFor();
      await page.goto('/journal');
      await settled(page);
      const entries = page.locator('main ol > li');
      expect(await entries.count()).toBe(100);
      await page.getByRole('button', { name: 'Afficher la suite' }).click();
      await until('the next page is there', async () => (await entries.count()) === 200);
      await page.context().close();
    });
  });
});
