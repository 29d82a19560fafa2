import { buildConsole } from '@jalon/infra/console';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { clientOf } from '../system/client.ts';
import { type System, startSystem } from '../system/system.ts';
import { chromiumPath, type Visitors, visitorsOf } from './browser.ts';

let system: System;
let visitors: Visitors;
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe.skipIf(!chromiumPath)('an administrator', () => {
  beforeAll(async () => {
    await buildConsole(() => undefined);
    system = await startSystem({ postgresUrl: inject('servers').postgresUrl }, ['api', 'projector']);
    visitors = await visitorsOf(system);
  });
  afterAll(async () => {
    await visitors?.[Symbol.asyncDispose]();
    await system?.[Symbol.asyncDispose]();
  });

  it('drafts a call, publishes it and gives its applicants more time, in English', async () => {
    const page = await visitors.signIn('administrator', '/calls', { language: 'en' });
    await page.getByRole('link', { name: 'New call' }).click();
    await page.getByLabel('Choose a programme').selectOption('demonstration');
    await page.getByText('In the programme “Demonstration programme').waitFor();
    await page.getByLabel('In French').first().fill('Appel des quatre saisons');
    await page.getByLabel('In English').first().fill('Four seasons call');
    for (const amount of await page.getByLabel(/^Amount/).all()) await amount.fill('100000');
    await page.getByLabel(/^Opens/).fill(dayIn(10));
    await page.getByLabel(/^Closes/).fill(dayIn(60));
    await page.getByLabel(/^Largest grant/).fill('50000');
    await page.getByRole('button', { name: /^Check before/ }).click();
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByRole('heading', { level: 1, name: 'Four seasons call' }).waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1)!;

    await page.getByRole('link', { name: 'Publish the call' }).click();
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByText('Published', { exact: true }).first().waitFor();

    await page.getByRole('link', { name: 'Extend or change' }).click();
    await page.getByLabel(/^Closes/).fill(dayIn(75));
    await page.getByLabel(/^Reasons/).fill('Two weeks more for small associations.');
    await page.getByRole('button', { name: /^Check before/ }).click();
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByRole('heading', { level: 1, name: 'Four seasons call' }).waitFor();
    await page.goto('/calls');
    await page.getByRole('link', { name: 'Four seasons call' }).waitFor();
    await page.context().close();

    const auditor = await clientOf(system, 'auditor');
    await expect
      .poll(async () => (await auditor.read(`journal?stream=call-${id}`)).body.items.map(({ type }: { type: string }) => type), { timeout: 20_000 })
      .toEqual(['call-drafted', 'call-published', 'call-amended']);
  });

  it('cannot cut a published call short, and is told why in French', async () => {
    const page = await visitors.signIn('administrator', '/calls/exemple-4');
    await page.getByRole('link', { name: 'Prolonger ou modifier' }).click();
    await page.getByLabel(/^Clôture/).fill(dayIn(1));
    await page.getByLabel(/^Motifs/).fill('Trop de candidatures.');
    await page.getByRole('button', { name: 'Vérifier avant d’enregistrer' }).click();
    await page.getByRole('button', { name: 'Enregistrer la décision' }).click();
    await page.getByRole('alert').filter({ hasText: 'Rien n’a été enregistré' }).waitFor();
    expect(await page.getByLabel(/^Motifs/).inputValue()).toBe('Trop de candidatures.');
    await page.context().close();
  });
});
