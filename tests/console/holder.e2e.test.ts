import { buildConsole } from '@jalon/infra/console';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { clientOf } from '../system/client.ts';
import { type System, startSystem } from '../system/system.ts';
import { chromiumPath, type Visitors, visitorsOf } from './browser.ts';

let system: System;
let visitors: Visitors;

// Without a browser these are counted as not run; `.ci/run` installs one.
describe.skipIf(!chromiumPath)('a project holder at the console', () => {
  beforeAll(async () => {
    await buildConsole(() => undefined);
    system = await startSystem({ postgresUrl: inject('servers').postgresUrl }, ['api', 'projector']);
    visitors = await visitorsOf(system);
  });
  afterAll(async () => {
    await visitors?.[Symbol.asyncDispose]();
    await system?.[Symbol.asyncDispose]();
  });

  it('goes from an open call to an application that is handed in, with a piece and a receipt; what is typed survives a reload', async () => {
    const page = await visitors.signIn('holder', '/calls/exemple-4');
    await page.getByRole('link', { name: 'Déposer une candidature' }).click();
    await page.getByLabel('Titre').fill('La boussole des quais');
    await page.getByRole('button', { name: 'Commencer' }).click();
    await page.getByRole('heading', { level: 2, name: 'Le projet' }).waitFor();

    await page.getByLabel('Organisation').fill('Les Quais de Nulle-Part');
    await page.getByLabel('Résumé').fill('Des quais où chacun trouve qui l’oriente.');
    await page.getByText('Gardé dans ce navigateur').waitFor();
    await page.reload();
    expect(await page.getByLabel('Résumé').inputValue()).toBe('Des quais où chacun trouve qui l’oriente.');
    await page.getByLabel('Finalité').fill('Que personne ne reste à quai.');

    const sections = page.getByRole('navigation', { name: 'Rubriques de la candidature' });
    await sections.getByRole('link', { name: /^Innovation de rupture/ }).click();
    const half = page.getByLabel('Pourquoi : Coopération d’acteurs hétérogènes');
    await half.fill('Douze communes.');
    await page.getByText('Cette rubrique est gardée dans ce navigateur').waitFor();
    await page.reload();
    await page.getByText('Votre saisie a été retrouvée dans ce navigateur').waitFor();
    expect(await half.inputValue()).toBe('Douze communes.');
    await half.fill('');

    await sections.getByRole('link', { name: /^Vérifier et déposer/ }).click();
    await page.getByText('Tout est enregistré').waitFor();
    await page.getByRole('link', { name: 'Début prévu' }).click();
    await page.locator('#field_expectedStart:focus').fill('2031-01-15');

    await sections.getByRole('link', { name: /^Les chantiers/ }).click();
    await page.getByLabel('Nom').fill('Trois quais d’essai');
    await page.getByRole('combobox', { name: 'Catégorie' }).click();
    await page.getByRole('option', { name: 'Expérimentation' }).click();
    await page.getByLabel('Description').fill('Essayer trois formes d’accueil.');

    await sections.getByRole('link', { name: /^Plan de financement/ }).click();
    await page.locator('#field_budget_needs_0_label').fill('Équipe');
    await page.locator('#field_budget_needs_0_amount').fill('60000');
    await page.getByRole('button', { name: 'Ajouter une ressource' }).click();
    await page.locator('#field_budget_resources_0_label').fill('Fonds propres');
    await page.locator('#field_budget_resources_0_amount').fill('15000');
    await page.getByRole('button', { name: /^Demander 45/ }).click();
    await page.getByText('Le plan est équilibré.').waitFor();

    await sections.getByRole('link', { name: /^Valeur et capacité/ }).click();
    await page.getByLabel('Équipe').fill('Deux personnes à mi-temps, et douze communes.');

    await sections.getByRole('link', { name: /^Pièces jointes/ }).click();
    const statutes = { name: 'statuts.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nstatuts') };
    await page.getByLabel('Choisir un fichier : Statuts').setInputFiles(statutes);
    await page.getByRole('link', { name: 'statuts.pdf' }).waitFor();

    await sections.getByRole('link', { name: /^Vérifier et déposer/ }).click();
    await page.getByText('Votre candidature est complète.').waitFor();
    await page.getByLabel(/^J’ai relu cette candidature/).check();
    await page.getByRole('button', { name: 'Déposer la candidature' }).click();
    await page.getByRole('heading', { level: 1, name: 'Récépissé de dépôt' }).waitFor();
    await page.getByText('45 000 €').waitFor();
    await page.getByText(/statuts\.pdf/).waitFor();
    const project = new URL(page.url()).pathname.split('/')[2];
    await page.context().close();

    const holder = await clientOf(system, 'holder');
    const { body } = await holder.read(`projects/${project}/application`);
    expect(body).toMatchObject({ stage: 'submitted', content: { title: 'La boussole des quais', requested: 4_500_000 } });
    expect(body.pieces).toMatchObject([{ kind: 'statutes', file: { name: 'statuts.pdf', confidentiality: 'assessors' } }]);
  });

  it('edits the target system and publishes it; a reload and a refusal cost nothing of it', async () => {
    const page = await visitors.signIn('holder', '/projects/nullepart/target-system');
    await page.getByRole('button', { name: 'Ajouter un chantier' }).click();
    await page.getByRole('textbox', { name: 'Nom' }).fill('Haltes scolaires');
    await page.getByText('Gardé dans ce navigateur').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Haltes scolaires', exact: true }).click();

    await page.getByRole('button', { name: 'Publier' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Avant de publier, il manque :').waitFor();
    await dialog.getByRole('button', { name: 'La place de « Haltes scolaires »' }).click();
    await page.getByRole('combobox', { name: 'Défi' }).click();
    await page.getByRole('option', { name: 'Soigner près de chez soi' }).click();
    await page.getByLabel('Quatre communes', { exact: true }).selectOption('shared');

    await page.getByRole('button', { name: 'Publier' }).click();
    await dialog.getByLabel('Ce qui change (facultatif)').fill('Les écoles nous rejoignent.');
    await dialog.getByRole('button', { name: 'Publier la version 2' }).click();
    await page.getByText(/^Version 2 du/).waitFor();

    await page.getByRole('button', { name: 'Publier' }).click();
    await dialog.getByLabel('Ce qui change (facultatif)').fill('Rien de neuf.');
    await dialog.getByRole('button', { name: 'Publier la version 3' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'Rien n’a changé depuis la version 2' }).waitFor();
    expect(await dialog.getByLabel('Ce qui change (facultatif)').inputValue()).toBe('Rien de neuf.');
    await page.context().close();

    const holder = await clientOf(system, 'holder');
    const { body } = await holder.read('projects/nullepart/target-system');
    expect(body.published.map(({ version, note }: Record<string, unknown>) => [version, note])).toContainEqual([2, 'Les écoles nous rejoignent.']);
  });

  it('never did what the content security policy refuses, and no error went uncaught', () => {
    expect(visitors.wrong).toEqual([]);
  });
});
