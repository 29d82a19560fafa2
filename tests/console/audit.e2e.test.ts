import { buildConsole } from '@jalon/infra/console';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { clientOf } from '../system/client.ts';
import { type System, startSystem } from '../system/system.ts';
import { chromiumPath, type Visitors, visitorsOf } from './browser.ts';
import { tabTo } from './keyboard.ts';

let system: System;
let visitors: Visitors;
// Without a browser these are counted as not run; `.ci/run` installs one.
describe.skipIf(!chromiumPath)('an auditor', () => {
  beforeAll(async () => {
    await buildConsole(() => undefined);
    system = await startSystem({ postgresUrl: inject('servers').postgresUrl }, ['api', 'projector', 'sealer']);
    visitors = await visitorsOf(system);
  });
  afterAll(async () => {
    await visitors?.[Symbol.asyncDispose]();
    await system?.[Symbol.asyncDispose]();
  });

  it('goes from the journal to the proof of a decision, which the browser verifies, and believes no other key than the one given', async () => {
    const page = await visitors.signIn('auditor', '/journal?type=selection-concluded');
    await page
      .getByRole('link', { name: /^Preuve de la décision/ })
      .first()
      .click();
    await page.getByRole('status').filter({ hasText: 'La preuve est bonne' }).waitFor();
    await page.getByText('Cette clé vient du serveur lui-même').waitFor();
    const shown = (await page.locator('pre').textContent())!;

    const given = page.getByRole('textbox', { name: 'Clé publiée par l’autorité' });
    await given.fill('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
    await page.getByRole('button', { name: 'Vérifier avec cette clé' }).click();
    await page.getByRole('alert').filter({ hasText: 'n’a pas signé ce journal' }).waitFor();

    await given.fill(shown);
    await page.getByRole('button', { name: 'Vérifier avec cette clé' }).click();
    await page.getByText('C’est la clé que vous avez donnée').waitFor();
    await page.getByRole('status').filter({ hasText: 'La preuve est bonne' }).waitFor();

    await page.getByRole('button', { name: 'Reprendre cette décision' }).click();
    await page.getByRole('status').filter({ hasText: 'La même règle décide la même chose.' }).waitFor();
    expect(visitors.wrong).toEqual([]);
    await page.context().close();
  });

  it('goes back in the life of a project by the keyboard, decision by decision, and sees what has changed since', async () => {
    const page = await visitors.signIn('auditor', '/projects/val-fictif/past');
    const slider = page.getByRole('slider');
    await slider.focus();
    await page.keyboard.press('Home');
    const stage = page.getByRole('row', { name: /^Étape/ });
    await stage.filter({ hasText: 'Brouillon' }).getByText('a changé').waitFor();
    await page.getByText('Était connu').click();
    await slider.focus();
    await page.keyboard.press('End');
    await expect.poll(() => page.getByText('a changé').count()).toBe(0);
    expect(visitors.wrong).toEqual([]);
    await page.context().close();
  });

  it('goes back in the life of a call, in English, and reads what was decided since, by whom and under which policy', async () => {
    const page = await visitors.signIn('auditor', '/calls/exemple-1/past', { language: 'en' });
    await page.getByRole('slider').focus();
    await page.keyboard.press('Home');
    await page
      .getByRole('row', { name: /^Stage/ })
      .filter({ hasText: 'Draft' })
      .getByText('changed', { exact: true })
      .waitFor();
    const concluded = page.getByRole('listitem').filter({ hasText: 'Selection concluded' });
    await concluded.getByText(/committee-chair · policy v1/).waitFor();
    await concluded.getByRole('link', { name: /^Proof: Selection concluded/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Proof of a decision' }).waitFor();
    expect(visitors.wrong).toEqual([]);
    await page.context().close();
  });

  it('has the whole programme decided again, and finds that nothing differs', async () => {
    const page = await visitors.signIn('auditor', '/programmes/demonstration');
    await tabTo(page, 'Décider de nouveau tout le programme');
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'c’est tout' }).waitFor({ timeout: 60_000 });
    await page.getByText('Aucun écart').waitFor();
    expect(visitors.wrong).toEqual([]);
    await page.context().close();
  });

  it('tries another rule beside the real ranking, by the keyboard, and finds the trial in the access journal', async () => {
    const page = await visitors.signIn('auditor', '/calls/exemple-2/what-if');
    await tabTo(page, 'Total minimal');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('76');
    await tabTo(page, 'Essayer');
    await page.keyboard.press('Enter');
    const result = page.getByRole('region', { name: 'Résultat de l’essai' });
    await result.getByText('La sélection serait autre.').waitFor();
    await result.getByRole('row').filter({ hasText: 'Retenue → Non retenue' }).first().waitFor();
    await page.getByRole('button', { name: 'Afficher le tableau' }).click();
    expect(await page.getByRole('table').getByText('100 %').count()).toBeGreaterThan(0);
    expect(visitors.wrong).toEqual([]);
    await page.context().close();
    const { body } = await (await clientOf(system, 'auditor')).read('access-journal?limit=20');
    expect(body.items).toContainEqual(
      expect.objectContaining({ what: { part: 'calls.what-if', thing: 'call-exemple-2', more: { changes: { thresholds: { total: 76 } } } } }),
    );
  });
});
