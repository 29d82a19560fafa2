import { buildConsole } from '@jalon/infra/console';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { clientOf } from '../system/client.ts';
import { type System, startSystem } from '../system/system.ts';
import { chromiumPath, type Visitors, visitorsOf } from './browser.ts';
import { tabTo } from './keyboard.ts';
import { settled } from './settled.ts';

/** In its concept phase, of a programme in which two assess; its review is open. */
const project = 'halle';

let system: System;
let visitors: Visitors;
const journalOf = async (type: string) =>
  (await (await clientOf(system, 'auditor')).read(`journal?stream=project-${project}&type=${type}`)).body.items;

// Without a browser these are counted as not run; `.ci/run` installs one.
describe.skipIf(!chromiumPath)('an SRL review', () => {
  beforeAll(async () => {
    await buildConsole(() => undefined);
    system = await startSystem({ postgresUrl: inject('servers').postgresUrl }, ['api', 'projector']);
    visitors = await visitorsOf(system);
  });
  afterAll(async () => {
    await visitors?.[Symbol.asyncDispose]();
    await system?.[Symbol.asyncDispose]();
  });

  it('is assessed by keyboard alone, from my work to the journal, and loses nothing by a reload', async () => {
    const page = await visitors.signIn('reviewer-1');
    await settled(page);
    const key = page.keyboard;
    await tabTo(page, page.locator(`a[href="/projects/${project}/srl-review"]`));
    await key.press('Enter');
    await page.getByRole('heading', { name: 'Votre appréciation' }).waitFor();
    await page.getByText('CC BY-ND 4.0').waitFor();
    await tabTo(page, page.locator('input[name="claimed"]:checked'));
    await key.press('ArrowUp');
    await key.press('ArrowUp');
    await page.locator('#level-3').waitFor();
    await findByKeyboard(page, 1, 2, 'Besoins décrits avec quarante habitants.');
    await findByKeyboard(page, 2, 2, 'Le concept et ses usages sont écrits.');
    await page.getByText('Niveau atteint : 2 · consolidé : 2').waitFor();
    await page.reload();
    await page.getByText(/Votre saisie du .* a été retrouvée/).waitFor();
    await page.getByText('Niveau atteint : 2 · consolidé : 2').waitFor();

    await tabTo(page, 'Relire avant d’enregistrer');
    await key.press('Enter');
    // Level 3 lacks: that is where one is brought.
    await page.locator('#level-3 input:focus').waitFor();
    await findByKeyboard(page, 3, 1, 'Deux groupes de parties prenantes sur trois l’acceptent.');
    await tabTo(page, 'Relire avant d’enregistrer');
    await key.press('Enter');
    await page.getByRole('heading', { name: 'Relisez votre appréciation' }).waitFor();
    await page.getByText('Niveau atteint : 3 · consolidé : 2').waitFor();
    await tabTo(page, 'Enregistrer l’appréciation');
    await key.press('Enter');
    await page.getByRole('heading', { name: 'Les appréciations' }).waitFor();
    await page.context().close();
    expect(await journalOf('srl-assessed')).toMatchObject([{ command: 'project/assess-srl', actor: { kind: 'person', id: 'reviewer-1' } }]);
  });

  it('is assessed by another alone, on a phone and in English, and reconciled side by side where the two differ', async () => {
    const levels = ['Forty inhabitants were asked.', 'The concept is written.', 'One group of three accepts it.'];
    const page = await visitors.signIn('reviewer-2', `/projects/${project}/srl-review`, { language: 'en', width: 390 });
    await page.getByText('you will read the other assessment once yours is recorded').waitFor();
    await page.locator('input[name="claimed"][value="3"]').check();
    for (const [place, evidence] of levels.entries()) {
      const level = page.locator(`#level-${place + 1}`);
      await level.getByLabel(place < 2 ? 'Consolidated' : 'Not reached').check();
      await level.getByRole('textbox').fill(evidence);
    }
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.getByRole('button', { name: 'Read through before recording' }).click();
    await page.getByRole('button', { name: 'Record the assessment' }).click();
    await page.getByRole('heading', { name: 'The two assessments differ on one level' }).waitFor();
    await page.getByText('Findings differ').waitFor();

    await page.getByRole('button', { name: 'Write down the agreement' }).click();
    const agreement = page.getByRole('region', { name: /Validation du concept/ });
    await agreement.getByLabel('To consolidate').check();
    await agreement.getByRole('textbox').fill('Both heard the third group.');
    await page.getByLabel('Where the difference came from').fill('The third group was met together.');
    await page.getByRole('button', { name: 'Read the agreement through' }).click();
    await page.getByRole('button', { name: 'Record the agreement' }).click();
    await page.getByText('It will find level 3 reached and level 2 consolidated.').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.context().close();
    expect(await journalOf('srl-reconciled')).toMatchObject([{ command: 'project/reconcile-srl', actor: { kind: 'person', id: 'reviewer-2' } }]);
  });

  it('is concluded by an administrator, with a plan for each level to consolidate', async () => {
    const page = await visitors.signIn('administrator', `/projects/${project}/srl-review`);
    await page.getByText('Elle constatera le niveau 3 atteint et le niveau 2 consolidé.').waitFor();
    await page.getByRole('button', { name: 'Conclure la revue' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel(/^Fonction clé/).fill('L’accueil des métiers');
    await form.getByLabel(/^Accompagnement|^Appui/).fill('Deux rencontres avec le troisième groupe.');
    await form.getByLabel(/^Échéance|^À rendre|^Attendu/).fill('2031-03-31');
    await form.getByRole('button', { name: 'Vérifier avant d’enregistrer' }).click();
    await form.getByRole('button', { name: 'Enregistrer la décision' }).click();
    await page.getByText('Aucune revue SRL n’est ouverte').waitFor();
    await page.context().close();
    expect(await journalOf('srl-review-concluded')).toMatchObject([{ command: 'project/conclude-srl-review' }]);
  });

  it('never did what the content security policy refuses, and no error went uncaught', () => {
    expect(visitors.wrong).toEqual([]);
  });
});

/** At one level: the finding, so many presses to the right of the first, and what it rests on. */
async function findByKeyboard(page: Page, level: number, presses: number, evidence: string): Promise<void> {
  await tabTo(page, page.locator(`#level-${level} input[type="radio"]`).first());
  for (let press = 0; press < presses; press += 1) await page.keyboard.press('ArrowRight');
  await tabTo(page, page.locator(`#level-${level} textarea`));
  await page.keyboard.insertText(evidence);
}
