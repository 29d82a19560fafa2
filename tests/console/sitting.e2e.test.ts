import { buildConsole } from '@jalon/infra/console';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { clientOf } from '../system/client.ts';
import { type System, startSystem } from '../system/system.ts';
import { chromiumPath, type Visitors, visitorsOf } from './browser.ts';
import { tabTo } from './keyboard.ts';
import { settled } from './settled.ts';

const sitting = 'seance-passages';

let system: System;
let visitors: Visitors;
// Without a browser these are counted as not run; `.ci/run` installs one.
describe.skipIf(!chromiumPath)('the committee', () => {
  beforeAll(async () => {
    await buildConsole(() => undefined);
    system = await startSystem({ postgresUrl: inject('servers').postgresUrl }, ['api', 'projector']);
    visitors = await visitorsOf(system);
  });
  afterAll(async () => {
    await visitors?.[Symbol.asyncDispose]();
    await system?.[Symbol.asyncDispose]();
  });

  it('votes: a member on a phone in English, the chair by keyboard alone, who sees the other vote come in and concludes', async () => {
    const chair = await visitors.signIn('committee-chair', `/sittings/${sitting}`);
    const member = await visitors.signIn('committee-member', `/sittings/${sitting}`, { language: 'en', width: 390 });
    await Promise.all([chair, member].map(settled));

    await member.getByRole('button', { name: 'Declare', exact: true }).click();
    await member.getByRole('dialog').getByRole('button', { name: 'I declare it' }).click();
    const onPhone = member.getByRole('article').filter({ hasText: 'Habiter à trois générations' });
    await onPhone.getByRole('button', { name: 'With reservations' }).click();
    await onPhone.getByRole('button', { name: 'With reservations', pressed: true }).waitFor();
    await onPhone.getByRole('button', { name: 'Favourable', exact: true }).click();
    await onPhone.getByRole('button', { name: 'Favourable', pressed: true }).waitFor();
    expect(await member.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);

    const point = chair.getByRole('article').filter({ hasText: 'Habiter à trois générations' });
    await point.locator('dd').filter({ hasText: 'committee-member' }).waitFor();
    const key = chair.keyboard;
    await tabTo(chair, point.getByRole('button', { name: 'Favorable', exact: true }));
    await key.press('Enter');
    await point.getByRole('button', { name: 'Favorable', pressed: true }).waitFor();
    await tabTo(chair, point.getByRole('button', { name: /^Conclure/ }));
    await key.press('Enter');
    await chair.getByRole('dialog').getByText('Avis du comité').waitFor();
    await tabTo(chair, chair.getByRole('dialog').getByRole('button', { name: 'Conclure', exact: true }));
    await key.press('Enter');
    await point.getByText('Point conclu.').waitFor();
    await onPhone.getByText('Item concluded.').waitFor();
    await Promise.all([chair, member].map((page) => page.context().close()));

    const journal = await (await clientOf(system, 'auditor')).read(`journal?stream=sitting-${sitting}&type=item-concluded`);
    expect(journal.body.items).toMatchObject([{ command: 'sitting/conclude-item', actor: { kind: 'person', id: 'committee-chair' } }]);
  });

  it('signs its minutes, two persons, and each opinion stands on its project', async () => {
    for (const persona of ['committee-chair', 'committee-member', 'funder-region']) {
      await (await clientOf(system, persona)).decide(`sittings/${sitting}/cast-vote`, { item: 'passage-saint', on: 'adjourned' });
    }
    await (await clientOf(system, 'committee-chair')).decide(`sittings/${sitting}/conclude-item`, { item: 'passage-saint' });
    for (const persona of ['committee-member', 'committee-chair']) {
      const page = await visitors.signIn(persona, `/sittings/${sitting}`);
      await page.getByRole('button', { name: 'Signer le procès-verbal' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Signer', exact: true }).click();
      // Its own signature: the other's was there before.
      await page.getByText(new RegExp(`Signé par .*${persona}`)).waitFor();
      await page.context().close();
    }
    const journal = await (await clientOf(system, 'auditor')).read('journal?stream=project-bourg-exemple&type=avis-given');
    expect(journal.body.items).toMatchObject([{ command: 'sitting/sign-minutes', actor: { kind: 'person', id: 'committee-chair' } }]);
  });

  it('never did what the content security policy refuses, and no error went uncaught', () => {
    expect(visitors.wrong).toEqual([]);
  });
});
