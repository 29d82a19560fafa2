import { buildConsole } from '@jalon/infra/console';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { clientOf } from '../system/client.ts';
import { type System, startSystem } from '../system/system.ts';
import { chromiumPath, type Visitors, visitorsOf } from './browser.ts';
import { tabTo } from './keyboard.ts';
import { settled } from './settled.ts';

const asked = 'rive-inventee';

let system: System;
let visitors: Visitors;
// Without a browser these are counted as not run; `.ci/run` installs one.
describe.skipIf(!chromiumPath)('a reviewer', () => {
  beforeAll(async () => {
    await buildConsole(() => undefined);
    system = await startSystem({ postgresUrl: inject('servers').postgresUrl }, ['api', 'projector']);
    visitors = await visitorsOf(system);
  });
  afterAll(async () => {
    await visitors?.[Symbol.asyncDispose]();
    await system?.[Symbol.asyncDispose]();
  });

  it('writes a whole review by keyboard alone, from my work to the journal, and loses nothing by a reload', async () => {
    const page = await visitors.signIn('reviewer-1');
    await settled(page);
    const key = page.keyboard;
    await tabTo(page, page.locator(`a[href="/reviews/${asked}"]`));
    await key.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Les pairs d’urgence' }).waitFor();
    await settled(page);
    const { rubric } = (await (await clientOf(system, 'reviewer-1')).read(`projects/${asked}/reviews`)).body;
    for (const [place, { criterion }] of rubric.entries()) {
      await tabTo(page, page.locator(`#criterion-${criterion} input[type="radio"]`).first());
      await key.type(place === 0 ? '3,5' : '4');
      await tabTo(page, page.locator(`#criterion-${criterion} textarea`));
      await key.insertText('Vu dans le dossier.');
    }
    await page.getByText('79,2', { exact: true }).waitFor();
    await page.reload();
    await page.getByText(/Votre saisie du .* a été retrouvée/).waitFor();
    await page.getByText('79,2', { exact: true }).waitFor();

    await tabTo(page, 'Favorable');
    await key.press('Space');
    await tabTo(page, 'Relire avant de remettre');
    await key.press('Enter');
    // The comment lacks: that is where one is brought.
    await page.locator('#criterion-comment textarea:focus').waitFor();
    await key.insertText('Solide ; le protocole reste à préciser.');
    await tabTo(page, 'Relire avant de remettre');
    await key.press('Enter');
    await page.getByRole('heading', { name: 'Relisez votre évaluation' }).waitFor();
    await tabTo(page, 'Remettre l’évaluation');
    await key.press('Enter');
    // Blind until now: once it is in, the other review can be read.
    await page.getByText('Évaluation n° 1').or(page.getByText('Évaluation n° 2')).first().waitFor();
    await page.context().close();

    const journal = await (await clientOf(system, 'auditor')).read(`journal?stream=project-${asked}&type=review-submitted`);
    expect(journal.body.items).toContainEqual(
      expect.objectContaining({ command: 'project/submit-review', actor: { kind: 'person', id: 'reviewer-1' } }),
    );
  });

  it('declares a conflict of interest on a phone, in English, and is led away from the file', async () => {
    const page = await visitors.signIn('reviewer-2', '/reviews/ville-miroir', { language: 'en', width: 390 });
    await page.getByRole('button', { name: 'Declare a conflict of interest' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('A seat on its bodies').check();
    await dialog.getByRole('button', { name: 'Declare and step aside' }).click();
    await page.getByRole('heading', { level: 1, name: 'Reviews' }).waitFor();
    expect(await page.locator('a[href="/reviews/ville-miroir"]').count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.goto('/reviews/ville-miroir');
    await page.getByRole('alert').waitFor();
    await page.context().close();
  });

  it('never did what the content security policy refuses, and no error went uncaught', () => {
    expect(visitors.wrong).toEqual([]);
  });
});
