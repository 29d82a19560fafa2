import { type FreshLog, freshLog } from '@jalon/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { migrateReadModels } from '../keeping/migrate.ts';
import { viewApplier } from '../keeping/projector.ts';
import { findLessons } from '../lessons/lessons.ts';
import { listPortfolio } from '../portfolio/portfolio.ts';
import { LivedProgramme } from '../testing/lived-programme.ts';
import { findProjectPage } from './project-page.ts';

const TENANT = 'tenant-a';
const project = 'project/workshops';
let world: FreshLog;
let programme: LivedProgramme;

/** One project is followed, suspended and prolonged; another appeals against not being selected, and is right; a third is withdrawn. */
beforeAll(async () => {
  world = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  await migrateReadModels(world.ownerUrl);
  programme = new LivedProgramme(world.log, TENANT);
  const ask = programme.ask.bind(programme);
  await programme.openCall();
  await programme.apply('workshops', 'Ateliers de réparation', 4.5);
  await programme.apply('lanterns', 'Lanternes', 2);
  await ask('project/kites', 'start-application', { call: 'spring' }, 'hal', '2024-01-10T08:00:00Z');
  await ask('project/kites', 'withdraw-application', { reasons: 'Another funder pays for all of it.' }, 'hal', '2024-02-10T08:00:00Z');
  await programme.select();
  await programme.fund('workshops');
  await programme.follow('workshops');

  await ask(project, 'request-tranche', { kind: 'instalment' }, 'hal', '2025-01-20T08:00:00Z');
  const returned = { phase: 'concept', kind: 'instalment', reasons: 'The account given is not the one of the agreement.' };
  await ask(project, 'return-tranche', returned, 'ada', '2025-01-22T08:00:00Z');
  await ask(project, 'submit-report', report, 'hal', '2025-01-25T08:00:00Z');
  await ask(project, 'extend-agreement', { endsOn: '2033-06-30', reasons: 'The premises were not ready.' }, 'ada', '2025-01-26T08:00:00Z');
  for (const [lesson, text] of Object.entries(texts))
    await ask(project, 'record-lesson', { ...written, lesson, text }, 'hal', '2025-01-27T08:00:00Z');
  await ask(project, 'publish-lesson', { lesson: 'known-places', to: 'programme' }, 'hal', '2025-01-28T08:00:00Z');
  await ask(project, 'publish-lesson', { lesson: 'tool-rooms', to: 'public' }, 'hal', '2025-01-28T08:00:00Z');
  await ask(project, 'suspend-agreement', { reasons: 'A flood.', until: '2025-09-30' }, 'ada', '2025-02-03T08:00:00Z');

  await ask('project/lanterns', 'notify-outcome', notified, 'ada', '2024-05-20T08:00:00Z');
  await ask('project/lanterns', 'lodge-appeal', { grounds: 'The marks of one criterion were left out.' }, 'hal', '2024-06-10T08:00:00Z');
  await ask('project/lanterns', 'decide-appeal', { outcome: 'upheld', reasons: 'They were.' }, 'cora', '2024-06-20T08:00:00Z');
  await viewApplier(world.pool, world.log).catchUp();
});
afterAll(() => world?.drop());

describe('the page of a project', () => {
  it('shows the agreement as it stands: prolonged, then suspended until a day', async () => {
    const page = await findProjectPage(world.pool, TENANT, 'workshops');
    expect(page).toMatchObject({
      stage: 'suspended',
      agreed: 9_000_000,
      endsOn: '2033-06-30',
      agreement: {
        version: 2,
        amount: 9_000_000,
        endsOn: '2033-06-30',
        amendments: [{ version: 2, kind: 'extension', at: '2025-01-26T08:00:00.000Z' }],
        suspended: { phase: 'concept', until: '2025-09-30', at: '2025-02-03T08:00:00.000Z' },
        suspensions: [],
      },
    });
    expect(page?.due.map(({ kind }) => kind)).toContain('resume-or-terminate');
  });

  it('tells a payment that was released from one whose request was returned', async () => {
    const page = await findProjectPage(world.pool, TENANT, 'workshops');
    const payments = page?.payments.filter(({ phase }) => phase === 'concept').map(({ kind, amount, standing }) => [kind, amount, standing]);
    expect(payments).toEqual([
      ['advance', 540_000, 'released'],
      ['instalment', 720_000, 'returned'],
      ['balance', 540_000, 'planned'],
    ]);
    expect(page?.paid).toBe(540_000);
  });

  it('shows the review in its phase with the plan to consolidate, and the reports', async () => {
    const page = await findProjectPage(world.pool, TENANT, 'workshops');
    expect(page?.trajectory).toMatchObject([{ review: 1, phase: 'concept', change: 'first', reached: 2, consolidated: 1 }]);
    expect(page?.consolidation).toEqual({ review: 1, lines: [{ level: 2, keyFunction: 'Shared premises', dueOn: '2025-04-30', standing: 'open' }] });
    expect(page?.reports).toEqual([{ report: 1, from: '2024-06-21', upTo: '2024-12-20', standing: 'submitted' }]);
  });

  it('keeps the first outcome readable beside the appeal and what corrected it', async () => {
    const before = await findProjectPage(world.pool, TENANT, 'lanterns');
    expect(before).toMatchObject({
      stage: 'not-selected',
      selection: { outcome: 'not-selected' },
      outcome: { outcome: 'not-selected', notifiedAt: '2024-05-20T08:00:00.000Z', appealUntil: '2024-07-21' },
      appeal: { against: 'not-selected', lodgedAt: '2024-06-10T08:00:00.000Z', answer: { outcome: 'upheld' }, corrected: false },
      corrected: [],
    });
    await programme.ask('project/lanterns', 'correct-outcome', { to: 'selected', reasons: 'The marks were counted.' }, 'ada', '2024-06-25T08:00:00Z');
    await viewApplier(world.pool, world.log).catchUp();
    const after = await findProjectPage(world.pool, TENANT, 'lanterns');
    expect(after).toMatchObject({
      stage: 'selected',
      selection: { outcome: 'not-selected' },
      outcome: { outcome: 'selected' },
      appeal: { corrected: true },
      corrected: [{ to: 'selected', because: 'appeal', from: expect.stringMatching(/^20/) }],
    });
    expect(after?.funding.map(({ funder, amount }) => [funder, amount])).toEqual([
      ['region', 6_750_000],
      ['esf', 2_250_000],
    ]);
  });

  it('says in words how a path ended before its time', async () => {
    const [kites] = await listPortfolio(world.pool, TENANT, { stage: 'ended' });
    expect(kites).toMatchObject({ project: 'kites', ending: { fr: expect.stringContaining('ésist') } });
  });

  it('shows the reasons of nobody', async () => {
    const pages = await Promise.all(['workshops', 'lanterns'].map((id) => findProjectPage(world.pool, TENANT, id)));
    for (const secret of ['A flood.', 'They were.', 'left out', 'not the one of the agreement']) expect(JSON.stringify(pages)).not.toContain(secret);
  });
});

describe('published lessons', () => {
  const found = async (query: Parameters<typeof findLessons>[2]) => (await findLessons(world.pool, TENANT, query)).map(({ id }) => id);

  it('are found by tag, by phase and by words in any of their forms; a lesson that was only recorded is not', async () => {
    expect(await found({})).toEqual(['workshops/known-places', 'workshops/tool-rooms']);
    expect(await found({ tag: 'repair', phase: 'concept', programme: 'breakthrough' })).toEqual(['workshops/known-places', 'workshops/tool-rooms']);
    expect(await found({ words: 'habitant' })).toEqual(['workshops/known-places']);
    expect(await found({ words: 'sharing' })).toEqual(['workshops/tool-rooms']);
    expect(await found({ words: 'unpublished' })).toEqual([]);
    expect(await found({ tag: 'food' })).toEqual([]);
    expect(await found({ phase: 'pilot' })).toEqual([]);
    expect(await findLessons(world.pool, 'another-tenant')).toEqual([]);
  });

  it('are paged in order of id', async () => {
    expect(await found({ limit: 1 })).toEqual(['workshops/known-places']);
    expect(await found({ limit: 1, after: 'workshops/known-places' })).toEqual(['workshops/tool-rooms']);
  });

  it('are no longer found once they are withdrawn', async () => {
    await programme.ask(project, 'resume-agreement', { reasons: 'The premises are dry.' }, 'ada', '2025-02-08T08:00:00Z');
    await programme.ask(
      project,
      'withdraw-lesson',
      { lesson: 'known-places', reasons: 'It holds for one village only.' },
      'hal',
      '2025-02-10T08:00:00Z',
    );
    await viewApplier(world.pool, world.log).catchUp();
    expect(await found({ words: 'habitants' })).toEqual([]);
    expect(await found({ words: '"shared rooms"' })).toEqual(['workshops/tool-rooms']);
  });
});

const report = { upTo: '2024-12-20', activity: 'Three trials were held.', indicators: [], attachments: [] };
const notified = {
  outcome: 'not-selected',
  reasons: 'Below the threshold.',
  remedies: { authority: 'Région fictive', court: 'Tribunal administratif de Nulle-Part' },
};
const written = { scope: 'collective', title: 'A lesson', tags: ['repair'], for: ['project-holders'] };
const texts = {
  'known-places': 'Les habitants viennent d’abord dans un lieu connu.',
  'tool-rooms': 'Shared rooms for tools are used more than shared tools.',
  draft: 'An unpublished thought.',
};
