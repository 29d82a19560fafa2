import { buildConsole } from '@jalon/infra/console';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { clientOf } from '../system/client.ts';
import { type System, startSystem } from '../system/system.ts';
import { chromiumPath, type Visitors, visitorsOf } from './browser.ts';
import { tabTo } from './keyboard.ts';
import { settled } from './settled.ts';

let system: System;
let visitors: Visitors;
const journalOf = async (project: string, type: string) =>
  (await (await clientOf(system, 'auditor')).read(`journal?stream=project-${project}&type=${type}`)).body.items;

// Without a browser these are counted as not run; `.ci/run` installs one.
describe.skipIf(!chromiumPath)('what a holder reported', () => {
  beforeAll(async () => {
    await buildConsole(() => undefined);
    system = await startSystem({ postgresUrl: inject('servers').postgresUrl }, ['api', 'projector']);
    visitors = await visitorsOf(system);
  });
  afterAll(async () => {
    await visitors?.[Symbol.asyncDispose]();
    await system?.[Symbol.asyncDispose]();
  });

  it('on a milestone is assessed by a reviewer, by keyboard alone, from my work to the journal', async () => {
    const page = await visitors.signIn('reviewer-1');
    await settled(page);
    const key = page.keyboard;
    await tabTo(page, page.locator('a[href="/projects/nullepart/milestones"]').first());
    await key.press('Enter');
    await tabTo(page, /^Apprécier ce jalon/);
    await key.press('Enter');
    await page.locator('form input[type="radio"]:focus').waitFor();
    await key.press('ArrowRight');
    await tabTo(page, /^Sur quoi repose ce constat/);
    await key.insertText('Le statut est rédigé ; la région ne l’a pas signé.');
    await tabTo(page, 'Relire avant d’enregistrer');
    await key.press('Enter');
    await page.getByRole('heading', { name: 'Relisez votre constat' }).waitFor();
    await tabTo(page, 'Enregistrer le constat');
    await key.press('Enter');
    await page.getByText(/Atteint en partie\. Le statut est rédigé/).waitFor();
    await page.context().close();
    expect(await journalOf('nullepart', 'milestone-assessed')).toContainEqual(
      expect.objectContaining({ command: 'project/assess-milestone', actor: { kind: 'person', id: 'reviewer-1' } }),
    );
  });

  it('on a consolidation is found to be continued, by a day that has to be said, on a phone and in English', async () => {
    await (await clientOf(system, 'holder')).decide('projects/nullepart/report-consolidation', { line: 2, report: 'Le lieu est trouvé.' });
    const page = await visitors.signIn('reviewer-2', '/projects/nullepart/srl', { language: 'en', width: 390 });
    await page.getByRole('button', { name: /^Judge this report/ }).click();
    await page.getByLabel('To continue').check();
    await page.getByLabel(/^What this finding rests on/).fill('The lease is not signed yet.');
    await page.getByRole('button', { name: 'Read through before recording' }).click();
    await page.getByRole('alert').filter({ hasText: 'by which day' }).waitFor();
    await page.getByLabel('By which day?').fill('2031-03-31');
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.getByRole('button', { name: 'Read through before recording' }).click();
    await page.getByRole('button', { name: 'Record the finding' }).click();
    await page.getByText('due on 31 March 2031').waitFor();
    await page.context().close();
    expect(await journalOf('nullepart', 'consolidation-confirmed')).toMatchObject([{ actor: { kind: 'person', id: 'reviewer-2' } }]);
  });

  it('never did what the content security policy refuses, and no error went uncaught', () => {
    expect(visitors.wrong).toEqual([]);
  });
});
