import { buildConsole } from '@jalon/infra/console';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { clientOf } from '../system/client.ts';
import { type System, startSystem } from '../system/system.ts';
import { chromiumPath, type Visitors, visitorsOf } from './browser.ts';
import { tabTo } from './keyboard.ts';
import { settled } from './settled.ts';

interface CoFunded {
  readonly project: string;
  readonly title: { readonly fr: string; readonly en: string };
  readonly stage: string;
  readonly decided?: string;
  readonly asked: number;
}

let system: System;
let visitors: Visitors;
const awaiting = async (persona: string): Promise<readonly CoFunded[]> => {
  const { body } = await (await clientOf(system, persona)).read('co-funded?limit=200');
  return body.items.filter(({ decided, stage }: CoFunded) => decided === undefined && stage === 'selected');
};
const decisionsOf = async (project: string, type: string) =>
  (await (await clientOf(system, 'auditor')).read(`journal?stream=project-${project}&type=${type}`)).body.items;
const inEuros = (cents: number, language: string) => new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' }).format(cents / 100);

describe.skipIf(!chromiumPath)('a funder', () => {
  beforeAll(async () => {
    await buildConsole(() => undefined);
    system = await startSystem({ postgresUrl: inject('servers').postgresUrl }, ['api', 'projector']);
    visitors = await visitorsOf(system);
  });
  afterAll(async () => {
    await visitors?.[Symbol.asyncDispose]();
    await system?.[Symbol.asyncDispose]();
  });

  it('grants its own share by keyboard alone, from what it co-funds to the journal', async () => {
    const [asked] = await awaiting('funder-fse');
    const page = await visitors.signIn('funder-fse');
    await settled(page);
    await tabTo(page, page.locator('nav a[href="/co-funded"]').first());
    await page.keyboard.press('Enter');
    await page
      .getByRole('heading', { level: 1, name: 'Cofinancements' })
      .or(page.getByRole('heading', { level: 1, name: /cofinan/i }))
      .first()
      .waitFor();
    const share = page.locator('section[aria-labelledby="awaiting"]').getByRole('listitem').filter({ hasText: asked!.title.fr });
    await share.waitFor();
    const said = (await share.innerText()).replaceAll(/\s/g, '');
    expect(said).toContain(inEuros(asked!.asked, 'fr').replaceAll(/\s/g, '').replace(/,00/, ''));
    await tabTo(page, share.getByRole('link', { name: /^Accorder/ }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await tabTo(page, 'Vérifier avant d’enregistrer');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Vérifiez avant d’enregistrer' }).waitFor();
    await tabTo(page, 'Enregistrer la décision');
    await page.keyboard.press('Enter');
    await page.getByText(/^Décision enregistrée/).waitFor();
    await page.context().close();
    await expect
      .poll(() => decisionsOf(asked!.project, 'funding-granted'), { timeout: 20_000 })
      .toContainEqual(expect.objectContaining({ command: 'project/decide-funding', actor: { kind: 'person', id: 'funder-fse' } }));
  });

  it('reads on a phone and in English what was decided lately, and nothing of what it does not fund', async () => {
    const [asked] = await awaiting('funder-region');
    const page = await visitors.signIn('funder-region', '/co-funded', { language: 'en', width: 390 });
    await page.getByText(asked!.title.en).first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.getByRole('link', { name: 'Decisions since a day' }).click();
    await page.getByRole('heading', { level: 1, name: 'Decisions' }).waitFor();
    await page.getByLabel('Since').fill('2020-01-01');
    await page.getByText('Application selected').or(page.getByText('Selected')).first().waitFor();
    await page.goto('/journal');
    await page.getByRole('alert').waitFor();
    await page.context().close();
  });
});
