import { buildConsole } from '@jalon/infra/console';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { clientOf } from '../system/client.ts';
import { type System, startSystem } from '../system/system.ts';
import { chromiumPath, type Visitors, visitorsOf } from './browser.ts';
import { tabTo } from './keyboard.ts';
import { settled } from './settled.ts';

let system: System;
let visitors: Visitors;
const gatesOf = async (project: string, by: string) => {
  const { body } = await (await clientOf(system, 'auditor')).read(`journal?stream=project-${project}&type=gate-decided`);
  return body.items.filter(({ actor }: { readonly actor: { readonly id: string } }) => actor.id === by);
};

// Without a browser these are counted as not run; `.ci/run` installs one.
describe.skipIf(!chromiumPath)('a gate', () => {
  beforeAll(async () => {
    await buildConsole(() => undefined);
    system = await startSystem({ postgresUrl: inject('servers').postgresUrl }, ['api', 'projector']);
    visitors = await visitorsOf(system);
  });
  afterAll(async () => {
    await visitors?.[Symbol.asyncDispose]();
    await system?.[Symbol.asyncDispose]();
  });

  it('is decided under conditions by keyboard alone, by a chair who sees a member vote from a phone, in English', async () => {
    const project = 'bourg-exemple';
    await (await clientOf(system, 'committee-member')).decide('sittings/seance-passages/declare-no-interest');
    const before = (await gatesOf(project, 'committee-chair')).length;
    const chair = await visitors.signIn('committee-chair');
    await settled(chair);
    const key = chair.keyboard;
    await tabTo(chair, chair.locator(`a[href="/projects/${project}/gate"]`).first());
    await key.press('Enter');
    await chair.getByRole('heading', { name: 'De la phase Concept à la phase Pilote' }).waitFor();
    await chair
      .getByRole('row', { name: /Niveau SRL atteint/ })
      .getByText('Rempli')
      .waitFor();

    const member = await visitors.signIn('committee-member', '/', { language: 'en', width: 390 });
    await member.getByText('2 items wait for your vote.').waitFor();
    await member.locator('a[href="/sittings/seance-passages"]').first().click();
    await member.getByRole('article').filter({ hasText: 'Habiter à trois générations' }).getByRole('link', { name: 'The file of the gate' }).click();
    await member.getByRole('heading', { name: 'From the Concept phase to the Pilot phase' }).waitFor();
    await member.getByRole('button', { name: 'With reservations' }).click();
    await member.getByRole('button', { name: 'With reservations', pressed: true }).waitFor();
    await member.getByText('The chair of the committee or an administrator decides the gate.').waitFor();
    expect(await member.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await chair.locator('dd').filter({ hasText: 'committee-member' }).waitFor();

    await tabTo(chair, chair.getByRole('radio', { name: 'Passage', exact: true }));
    await key.press('ArrowDown');
    await tabTo(chair, 'Condition 1');
    await key.insertText('Signer le bail à trois voix.');
    await tabTo(chair, 'Relire avant de décider');
    await key.press('Enter');
    await chair.getByRole('alert').filter({ hasText: 'dites pourquoi' }).waitFor();
    await tabTo(chair, chair.getByRole('textbox', { name: /^Motifs/ }));
    await key.insertText('Le niveau est atteint ; le bail reste à signer.');
    await tabTo(chair, 'Relire avant de décider');
    await key.press('Enter');
    await chair.getByRole('heading', { name: 'Relisez la décision' }).waitFor();
    await tabTo(chair, 'Enregistrer la décision');
    await key.press('Enter');
    await chair.getByText('Un passage a été décidé : l’entrée en phase Pilote reste à enregistrer.').waitFor();
    await Promise.all([chair, member].map((page) => page.context().close()));
    const decided = await gatesOf(project, 'committee-chair');
    expect(decided.length).toBe(before + 1);
    expect(decided.at(-1)).toMatchObject({ command: 'project/decide-gate' });
  });

  it('says in words why it cannot end so, before it is sent and after, and loses nothing typed', async () => {
    const page = await visitors.signIn('administrator', '/projects/nullepart/gate', { language: 'en' });
    await page.getByRole('radio', { name: 'Passage', exact: true, disabled: true }).waitFor();
    await page.getByRole('radio', { name: 'Exit with shared results' }).check();
    await page.getByRole('textbox', { name: /^Reasons/ }).fill('Its results are for others to build on.');
    await page.getByRole('button', { name: 'Read through before deciding' }).click();
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByRole('alert').filter({ hasText: 'SRL review 7 is open: conclude it first.' }).waitFor();
    await page.reload();
    await page.getByText(/What you typed on .* was found again/).waitFor();
    expect(await page.getByRole('textbox', { name: /^Reasons/ }).inputValue()).toBe('Its results are for others to build on.');
    await page.context().close();
  });

  it('leads back to an earlier phase, which is told as a part of the path', async () => {
    const page = await visitors.signIn('committee-chair', '/projects/saint-exemple/gate', { language: 'en' });
    await page.getByRole('radio', { name: 'Loop back to an earlier phase' }).check();
    await page.getByText('Looping back is part of the path.').waitFor();
    await page.getByRole('radio', { name: 'Concept' }).check();
    await page.getByRole('textbox', { name: /^Reasons/ }).fill('Three levels are to be consolidated first.');
    await page.getByRole('button', { name: 'Read through before deciding' }).click();
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByText('A gate was decided: entry into the Concept phase is still to be recorded.').waitFor();
    await page.context().close();
    expect((await gatesOf('saint-exemple', 'committee-chair')).at(-1)).toMatchObject({ command: 'project/decide-gate' });
  });

  it('never did what the content security policy refuses, and no error went uncaught', () => {
    expect(visitors.wrong).toEqual([]);
  });
});
