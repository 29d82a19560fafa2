import { viewApplier } from '@jalon/read-models';
import { LivedProgramme } from '@jalon/read-models/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Edge, startEdge, TENANT } from '../testing/edge.ts';

let edge: Edge;
const project = 'project/workshops';
const roles = {
  hal: 'project-holder',
  rea: 'reviewer',
  rob: 'reviewer',
  rolf: 'reviewer',
  rina: 'reviewer',
  aud: 'auditor',
  cora: 'committee-chair',
  acc: 'accountant',
  'funder-region': 'funder',
};

/** One project is followed in its concept phase; a second call is published, and a policy is drafted. */
beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  const lived = new LivedProgramme(edge.fresh.log, TENANT);
  const ask = lived.ask.bind(lived);
  await lived.openCall();
  for (const [person, role] of Object.entries(roles)) {
    await ask('organisation/authority', 'grant-role', { person, role }, 'ada', '2023-10-03T08:00:00Z');
  }
  await ask('programme/breakthrough', 'declare-expertise', { topics: ['repair', 'legal-form'] }, 'rolf', '2023-10-04T08:00:00Z');
  await ask('call/spring', 'ask-question', { question: 'two-sites', text: 'May a project have two sites?' }, 'hal', '2024-01-09T08:00:00Z');
  await ask('call/spring', 'ask-question', { question: 'my-file', text: 'Is our file complete?' }, 'hal', '2024-01-09T08:00:00Z');
  await ask('call/spring', 'answer-question', { question: 'two-sites', answer: 'It may.', public: true }, 'ada', '2024-01-10T08:00:00Z');
  await ask('call/spring', 'answer-question', { question: 'my-file', answer: 'It is.', public: false }, 'ada', '2024-01-10T08:00:00Z');
  await lived.apply('workshops', 'Ateliers de réparation', 4.5);
  await ask(project, 'assign-reviewer', { reviewer: 'rina' }, 'ada', '2024-02-22T08:00:00Z');
  await lived.select();
  await lived.fund('workshops');
  await lived.follow('workshops');
  for (const [lesson, to] of [
    ['known-places', 'programme'],
    ['tool-rooms', 'public'],
  ] as const) {
    await ask(project, 'record-lesson', { ...lessonOf(lesson), lesson }, 'hal', '2025-01-27T08:00:00Z');
    await ask(project, 'publish-lesson', { lesson, to }, 'hal', '2025-01-28T08:00:00Z');
  }

  await ask('call/autumn', 'draft-call', autumn, 'ada', '2025-01-29T08:00:00Z');
  await ask('call/autumn', 'publish-call', {}, 'ada', '2025-01-30T08:00:00Z');
  await ask('programme/breakthrough', 'draft-policy', { policy: { reminders: [1] } }, 'ada', '2025-01-31T08:00:00Z');

  const name = { fr: 'Les Ateliers', en: 'The Workshops' };
  await ask('organisation/ateliers', 'register-organisation', { name, administrator: 'olga' }, 'ada', '2025-01-31T08:00:00Z');
  const aid = { granter: 'Département fictif', regime: 'general', amount: 12_345_67, source: 'declared' };
  await ask('organisation/ateliers', 'declare-aid', { ...aid, aid: 'older', grantedOn: '2021-06-30' }, 'olga', '2025-02-01T08:00:00Z');
  await ask('organisation/ateliers', 'declare-aid', { ...aid, aid: 'newer', grantedOn: '2024-06-30' }, 'olga', '2025-02-01T08:00:00Z');
  await viewApplier(edge.fresh.pool, edge.fresh.log).catchUp();
});
afterAll(() => edge?.close());

const codes = async (path: string, persons: readonly string[]) => {
  const answers = await Promise.all(persons.map((person) => edge.read(person, path)));
  return new Set(answers.map(({ status, body }) => (status === 200 ? 'ok' : body.code)));
};
const read = async (person: string, path: string) => {
  const { status, body } = await edge.read(person, path);
  expect({ status, path, problem: body.code }).toEqual({ status: 200, path, problem: undefined });
  return body;
};

describe('the policy of a programme', () => {
  it('is for whoever takes part, its drafts for those who prepare or check it', async () => {
    expect(await codes('programmes/breakthrough/policy', ['ada', 'aud', 'hal', 'rea', 'cora', 'funder-region'])).toEqual(new Set(['ok']));
    expect(await codes('programmes/breakthrough/policy', ['stranger'])).toEqual(new Set(['forbidden']));
    const { inForce, history, drafts } = await read('ada', 'programmes/breakthrough/policy');
    expect([inForce.policyVersion, inForce.policy.reminders, history]).toEqual([0, [30, 15, 3], []]);
    expect(drafts.map(({ draft, stage }: { draft: number; stage: string }) => [draft, stage])).toEqual([[1, 'open']]);
    expect((await read('hal', 'programmes/breakthrough/policy')).drafts).toBeUndefined();
  });

  it('is compared with a draft, in itself and in the running calls only', async () => {
    const path = 'programmes/breakthrough/policy-drafts/1/comparison';
    const { comparedWith, differences, calls } = await read('ada', path);
    expect([comparedWith, differences]).toEqual([0, [{ path: ['reminders'], before: [30, 15, 3], after: [1] }]]);
    expect(calls.map(({ call, stage }: { call: string; stage: string }) => [call, stage])).toEqual([['autumn', 'published']]);
    expect(await codes(path, ['hal', 'rea', 'cora', 'funder-region', 'stranger'])).toEqual(new Set(['forbidden']));
    expect(await codes('programmes/breakthrough/policy-drafts/2/comparison', ['ada'])).toEqual(new Set(['thing-unknown']));
    expect(await codes('programmes/nowhere/policy', ['ada'])).toEqual(new Set(['thing-unknown']));
  });
});

describe('proposals of reviewers', () => {
  it('name first who knows the subject, and say why the others cannot be asked', async () => {
    const { proposals } = await read('ada', 'projects/workshops/reviewer-proposals?topics=repair');
    expect(proposals).toEqual([
      {
        person: 'rolf',
        rank: 1,
        reasons: [
          { code: 'expertise', topics: ['repair'] },
          { code: 'load', open: 0 },
        ],
      },
      { person: 'rea', reasons: [{ code: 'asked-already' }] },
      { person: 'rina', reasons: [{ code: 'asked-already' }] },
      { person: 'rob', reasons: [{ code: 'asked-already' }] },
    ]);
    expect(await codes('projects/workshops/reviewer-proposals', ['hal', 'rea', 'cora', 'funder-region', 'stranger'])).toEqual(new Set(['forbidden']));
  });
});

describe('the reviews of a project', () => {
  it('are for those who judge or check, with the reasons; never for its holder', async () => {
    const { reviews } = await read('cora', 'projects/workshops/reviews');
    expect(reviews.map(({ reviewer, opinion, counts }: Record<string, unknown>) => [reviewer, opinion, counts])).toEqual([
      ['rea', 'favourable', true],
      ['rob', 'favourable', true],
    ]);
    expect(reviews[0].marks[0]).toMatchObject({ mark: 4.5, reason: 'Secret to the committee.' });
    expect(await codes('projects/workshops/reviews', ['hal', 'rolf', 'acc', 'funder-region', 'stranger'])).toEqual(new Set(['forbidden']));
  });

  it('show nothing to a reviewer who has not submitted, where reviews are blind', async () => {
    expect(await read('rina', 'projects/workshops/reviews')).toMatchObject({ blind: true, reviews: [] });
  });

  it('show to a reviewer the others without their names', async () => {
    const { reviews } = await read('rea', 'projects/workshops/reviews');
    expect(reviews.map(({ reviewer }: { reviewer?: string }) => reviewer)).toEqual(['rea', undefined]);
  });
});

describe('the money of a project', () => {
  it('adds up to the cent, by funder and by phase', async () => {
    const { agreement, paid, phases, exposure, forecast } = await read('acc', 'projects/workshops/money');
    expect(agreement.shares).toEqual([
      { funder: 'region', amount: 6_750_000 },
      { funder: 'esf', amount: 2_250_000 },
    ]);
    expect(paid).toEqual([
      {
        phase: 'concept',
        shares: [
          { funder: 'region', amount: 405_000 },
          { funder: 'esf', amount: 135_000 },
        ],
      },
    ]);
    expect(phases.map(({ phase, standing, planned }: Record<string, unknown>) => [phase, standing, planned])).toEqual([
      ['concept', 'committed', 1_800_000],
      ['pilot', 'conditional', 5_400_000],
      ['institutionalisation', 'conditional', 1_800_000],
    ]);
    expect(exposure.exposed).toBe(1_260_000);
    expect(exposure.levels.reduce((sum: number, { amount }: { amount: number }) => sum + amount, 0)).toBe(1_260_000);
    expect(forecast.map(({ funder, paid: of }: Record<string, unknown>) => [funder, of])).toEqual([
      ['region', 405_000],
      ['esf', 135_000],
    ]);
  });

  it('shows to a funder its own share, and no other’s', async () => {
    const money = await read('funder-region', 'projects/workshops/money');
    const funders = [...JSON.stringify(money).matchAll(/"funder":"([^"]*)"/g)].map(([, funder]) => funder);
    expect(new Set(funders)).toEqual(new Set(['region']));
    expect(money.forecast).toHaveLength(1);
    expect(money.exposure).toBeUndefined();
    expect(JSON.stringify(await read('funder-region', 'projects/workshops'))).not.toContain('"funder":"esf"');
  });

  it('shows to the holder what is foreseen, paid and expected, and not what funders are exposed to', async () => {
    const money = await read('hal', 'projects/workshops/money');
    expect(money.expected.length).toBeGreaterThan(0);
    expect([money.exposure, money.forecast, money.deCommitment]).toEqual([undefined, undefined, undefined]);
    expect(await codes('projects/workshops/money', ['rolf', 'stranger'])).toEqual(new Set(['forbidden']));
  });
});

describe('de minimis aid', () => {
  const path = (on: string) => `organisations/ateliers/de-minimis?regime=general&on=${on}`;

  it('is counted three years date to date, with the arithmetic', async () => {
    const { ceiling, aids, counts, left, undertaking } = await read('olga', path('2024-06-30'));
    expect([undertaking, aids.map(({ aid }: { aid: string }) => aid)]).toEqual([['ateliers'], ['older', 'newer']]);
    expect(counts[0]).toMatchObject({ regime: 'general', ceiling, counted: 2_469_134, left });
    expect(left).toBe(30_000_000 - 2_469_134);
    expect((await read('ada', path('2024-07-01'))).left).toBe(30_000_000 - 1_234_567);
  });

  it('is for the organisation itself and for those who keep its file', async () => {
    expect(await codes(path('2025-01-01'), ['ada', 'aud', 'acc', 'olga'])).toEqual(new Set(['ok']));
    expect(await codes(path('2025-01-01'), ['hal', 'rea', 'stranger'])).toEqual(new Set(['forbidden']));
    expect(await codes('organisations/ateliers/de-minimis?regime=fishing&on=2025-01-01', ['ada'])).toEqual(new Set(['input-invalid']));
  });
});

describe('questions on a call', () => {
  it('are for everybody where the answer was, the others for whoever asked and those who answer and audit', async () => {
    const asked = async (person: string) =>
      (await read(person, 'calls/spring/questions')).questions.map(({ question }: { question: string }) => question);
    expect(await asked('stranger')).toEqual(['two-sites']);
    for (const person of ['ada', 'aud', 'hal']) expect(await asked(person)).toEqual(['two-sites', 'my-file']);
    expect(await asked('rea')).toEqual(['two-sites']);
  });
});

describe('lessons', () => {
  const found = async (person: string, query = '') => (await read(person, `lessons${query}`)).items.map(({ id }: { id: string }) => id);

  it('are found by tag and words by whoever takes part in the programme; public ones by everybody', async () => {
    for (const person of ['hal', 'rea', 'funder-region', 'aud'])
      expect(await found(person)).toEqual(['workshops/known-places', 'workshops/tool-rooms']);
    expect(await found('stranger')).toEqual(['workshops/tool-rooms']);
    expect(await found('rea', '?tag=known-places')).toEqual(['workshops/known-places']);
    expect(await found('rea', '?q=learning&phase=concept')).toEqual(['workshops/known-places', 'workshops/tool-rooms']);
    expect(await found('rea', '?q=garden')).toEqual([]);
  });

  it('are paged by cursor', async () => {
    const { items, next } = await read('rea', 'lessons?limit=1');
    expect(items).toHaveLength(1);
    expect(await found('rea', `?limit=1&cursor=${next}`)).toEqual(['workshops/tool-rooms']);
  });
});

describe('my work', () => {
  it('holds a sitting that is to be held, by the title of its call', async () => {
    const lived = new LivedProgramme(edge.fresh.log, TENANT);
    await lived.ask('sitting/june', 'convene-sitting', june, 'ada', '2025-02-10T08:00:00Z');
    await viewApplier(edge.fresh.pool, edge.fresh.log).catchUp();
    const { items } = await read('ada', 'my-work?limit=200');
    const held = items.find(({ kind }: { kind: string }) => kind === 'hold-sitting');
    expect(held).toMatchObject({ stream: 'sitting-june', stage: 'convened', title: autumn.title, programme: 'breakthrough' });
  });
});

const lessonOf = (tag: string) => ({
  scope: 'collective',
  title: 'A lesson',
  text: 'What we learned.',
  tags: ['repair', tag],
  for: ['project-holders'],
});

const june = {
  programme: 'breakthrough',
  call: 'autumn',
  heldAt: '2030-12-10T09:00:00Z',
  members: ['cora', 'carl', 'clea'].map((person) => ({ person, voice: 'deliberative' })),
  chair: 'cora',
  items: [{ item: 'one', project: 'workshops', question: 'gate' }],
};

const autumn = {
  programme: 'breakthrough',
  title: { fr: 'Automne', en: 'Autumn' },
  envelope: [{ funder: 'region', amount: 1_000_000 }],
  opensOn: '2030-09-01',
  closesOn: '2030-10-31',
  selectionOn: '2030-12-15',
  maxGrant: 1_000_000,
};
