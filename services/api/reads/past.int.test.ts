import type { Recorded } from '@jalon/decision-log';
import { viewApplier } from '@jalon/read-models';
import { LivedProgramme } from '@jalon/read-models/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Answered, type Edge, startEdge, TENANT } from '../testing/edge.ts';

/** Every view that can be seen again, of every thing in the story. */
const seen = [
  'projects?limit=200',
  'projects?stage=selected',
  ...['workshops', 'lanterns'].flatMap((id) => ['', '/timeline?limit=200', '/money', '/reviews'].map((part) => `projects/${id}${part}`)),
  'calls',
  'calls?stage=open',
  ...['', '/ranking', '/questions'].map((part) => `calls/spring${part}`),
  'programmes/breakthrough/policy',
  'journal?limit=200',
];
/** What is worked out for the day of the reader is another thing on another day. */
const hangOnToday = (path: string) => path.endsWith('/money') || path.endsWith('/policy');

interface Moment {
  readonly at: string;
  readonly occurredAt: string;
  readonly shown: ReadonlyMap<string, Answered>;
}

/** Everything that was on the screen of the auditor, and of a funder, after each decision. */
class Watched extends LivedProgramme {
  readonly moments: Moment[] = [];
  watching = false;

  override async ask(...asked: Parameters<LivedProgramme['ask']>): Promise<readonly Recorded[]> {
    const recorded = await super.ask(...asked);
    if (this.watching) {
      await viewApplier(edge.fresh.pool, edge.fresh.log).catchUp();
      this.moments.push({ at: new Date().toISOString(), occurredAt: recorded[0]!.occurredAt, shown: await allShown() });
    }
    return recorded;
  }
}

let edge: Edge;
let lived: Watched;

const watchers = ['aud', 'funder-region'];

async function allShown(times: Readonly<Record<string, string>> = {}): Promise<ReadonlyMap<string, Answered>> {
  const shown = new Map<string, Answered>();
  for (const person of watchers) {
    for (const path of seen) {
      const query = new URLSearchParams(times).toString();
      shown.set(`${person}: ${path}`, await edge.read(person, query === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`));
    }
  }
  return shown;
}

/** What was shown is shown again; what was not there is not there. Only what the reader was not let see then, and would be today, is another matter. */
function expectSame(past: ReadonlyMap<string, Answered>, live: ReadonlyMap<string, Answered>, but: (path: string) => boolean = () => false): void {
  for (const [path, { status, body }] of live) {
    if (but(path) || status === 403) continue;
    const then = past.get(path);
    if (status === 200) expect({ path, status: then?.status, body: then?.body }).toEqual({ path, status, body });
    else expect({ path, live: status, status: then?.status }).not.toMatchObject({ status: 200 });
  }
}

beforeAll(async () => {
  edge = await startEdge({ postgresUrl: inject('servers').postgresUrl });
  lived = new Watched(edge.fresh.log, TENANT);
  await lived.openCall();
  const roles = { aud: 'auditor', 'funder-region': 'funder', hal: 'project-holder', rea: 'reviewer', rob: 'reviewer', cora: 'committee-chair' };
  for (const [person, role] of Object.entries(roles)) {
    await lived.ask('organisation/authority', 'grant-role', { person, role }, 'ada', '2023-10-03T08:00:00Z');
  }
  lived.watching = true;
  await lived.ask('call/spring', 'ask-question', { question: 'sites', text: 'May a project have two sites?' }, 'hal', '2024-01-09T08:00:00Z');
  await lived.apply('workshops', 'Ateliers de réparation', 4.5);
  await lived.apply('lanterns', 'Lanternes', 2);
  await lived.select();
  await lived.ask('project/lanterns', 'notify-outcome', notified, 'ada', '2024-05-20T08:00:00Z');
  await lived.ask('project/lanterns', 'lodge-appeal', { grounds: 'The marks of one criterion were left out.' }, 'hal', '2024-05-24T08:00:00Z');
  await lived.ask('project/lanterns', 'decide-appeal', { outcome: 'upheld', reasons: 'They were.' }, 'ada', '2024-05-30T08:00:00Z');
  await lived.fund('workshops');
  await lived.follow('workshops');
  await lived.ask('programme/breakthrough', 'draft-policy', { policy: { reminders: [1] } }, 'ada', '2025-01-31T08:00:00Z');
  await lived.ask('project/lanterns', 'correct-outcome', { to: 'selected', reasons: 'The marks were counted.' }, 'ada', '2025-02-25T08:00:00Z');
});
afterAll(() => edge?.close());

describe('a view as of a past instant', () => {
  it.each([1, 2, 3, 4])('is what the live view showed then, by what was known: part %i of 4 of the story', async (part) => {
    const { moments } = lived;
    expect(moments.length).toBeGreaterThan(30);
    const inPart = moments.filter((_, index) => Math.floor((index * 4) / moments.length) + 1 === part);
    expect(inPart).not.toEqual([]);
    for (const { at, shown } of inPart) expectSame(await allShown({ knownAt: at }), shown);
  });

  it('is the same when both switches are set to that instant', async () => {
    for (const { at, shown } of lived.moments.filter((_, index) => index % 5 === 0)) expectSame(await allShown({ asOf: at, knownAt: at }), shown);
  });

  it('is what had taken effect by then, where everything was recorded in its order', async () => {
    const { moments } = lived;
    const corrected = moments.length - 1;
    const inOrder = moments.slice(0, corrected).filter(({ occurredAt }, index) => {
      const before = moments.slice(0, index).every((moment) => moment.occurredAt <= occurredAt);
      return before && moments.slice(index + 1).every((moment) => moment.occurredAt > occurredAt || moment === moments[corrected]);
    });
    expect(inOrder.length).toBeGreaterThan(10);
    for (const { occurredAt, shown } of inOrder) {
      const known = moments[corrected - 1]!.at;
      expectSame(await allShown({ asOf: occurredAt, knownAt: known }), shown, hangOnToday);
    }
  });
});

describe('the two switches', () => {
  const stageOf = async (query: string) => (await edge.read('aud', `projects/lanterns?${query}`)).body.stage;

  it('tell a correction that holds from the first decision apart from what was known before it', async () => {
    const beforeCorrection = lived.moments.at(-2)!.at;
    expect(await stageOf('asOf=2024-06-01')).toBe('selected');
    expect(await stageOf(`asOf=2024-06-01&knownAt=${beforeCorrection}`)).toBe('not-selected');
    expect(await stageOf('asOf=2024-05-01')).toBe('in-review');
  });

  it('take an instant of any time zone, and a day as its end', async () => {
    expect(await stageOf('asOf=2024-02-01T09:00:00%2B01:00')).toBe('submitted');
    expect(await stageOf('asOf=2024-02-01T07:59:59Z')).toBe('draft');
    expect(await stageOf('asOf=2024-02-01')).toBe('submitted');
    expect(await stageOf(`asOf=${new Date().toISOString().slice(0, 10)}`)).toBe('selected');
  });

  it('page through a past portfolio and filter it', async () => {
    const first = (await edge.read('aud', 'projects?asOf=2024-03-01&limit=1')).body;
    expect(first.items.map(({ project, stage }: Record<string, string>) => [project, stage])).toEqual([['lanterns', 'in-review']]);
    const second = (await edge.read('aud', `projects?asOf=2024-03-01&limit=1&cursor=${first.next}`)).body;
    expect(second.items.map(({ project }: Record<string, string>) => project)).toEqual(['workshops']);
    expect((await edge.read('aud', 'projects?asOf=2024-03-01&stage=selected')).body).toEqual({ items: [] });
  });
});

describe('the past is seen by the rights of today', () => {
  it('so that whoever has lost a role sees nothing of what they saw', async () => {
    const asked = 'projects/workshops?asOf=2024-12-31';
    expect((await edge.read('funder-region', asked)).status).toBe(200);
    await lived.ask('organisation/authority', 'revoke-role', { person: 'funder-region', role: 'funder' }, 'ada', '2025-03-01T08:00:00Z');
    expect((await edge.read('funder-region', asked)).body.code).toBe('forbidden');
    expect((await edge.read('funder-region', 'projects?asOf=2024-12-31')).body.items).toEqual([]);
    expect((await edge.read('stranger', asked)).body.code).toBe('forbidden');
  });

  it('and another tenant has none of it', async () => {
    const authorization = `Bearer ${await edge.issuer.token('aud', { claims: { tenant: 'tenant-b' } })}`;
    const answered = await edge.send({ method: 'GET', url: '/v1/projects/workshops?asOf=2024-12-31', headers: { authorization } });
    expect([answered.status, answered.body.code]).toEqual([404, 'thing-unknown']);
  });
});

describe('an instant that cannot be answered for', () => {
  const wrong = async (path: string) => {
    const { status, body } = await edge.read('aud', path);
    return { status, code: body.code, field: body.errors?.[0]?.field };
  };

  it('names what is wrong when it has not come yet', async () => {
    for (const field of ['asOf', 'knownAt']) {
      const problem = { status: 400, code: 'instant-in-the-future', field };
      for (const path of ['projects', 'projects/workshops', 'calls/spring/ranking', 'projects/workshops/money', 'journal']) {
        expect(await wrong(`${path}?${field}=2999-01-01T00:00:00Z`)).toEqual(problem);
      }
      expect(await wrong(`projects?${field}=2999-01-01`)).toEqual(problem);
    }
  });

  it('names what is wrong when it is no instant', async () => {
    for (const text of [
      'yesterday',
      '2024-02-30',
      '2024-13-01T00:00:00Z',
      '',
      '0000-01-01T00:00:00Z',
      '2024-01-01T25:00:00Z',
      "2024-01-01'--",
      '1e400',
    ]) {
      for (const path of ['projects', 'projects/workshops/timeline', 'calls/spring/questions', 'programmes/breakthrough/policy']) {
        expect(await wrong(`${path}?asOf=${encodeURIComponent(text)}`)).toEqual({ status: 400, code: 'input-invalid', field: 'asOf' });
      }
    }
    expect(await wrong('projects?asOf=2024-01-01&asOf=2024-01-02')).toMatchObject({ status: 400, field: 'asOf' });
  });

  it('says so when the thing, or the whole log, was not there yet', async () => {
    const nothing = { status: 404, code: 'nothing-then', field: 'asOf' };
    for (const part of ['', '/timeline', '/money', '/reviews']) expect(await wrong(`projects/workshops${part}?asOf=2023-12-31`)).toEqual(nothing);
    for (const path of ['projects', 'calls', 'journal']) expect(await wrong(`${path}?asOf=1999-12-31`)).toEqual(nothing);
    expect(await wrong('projects?knownAt=2001-01-01')).toEqual({ ...nothing, field: 'knownAt' });
    expect((await edge.read('aud', 'projects?asOf=2023-12-31')).body).toEqual({ items: [] });
    expect(await wrong('projects/nowhere?asOf=2024-12-31')).toMatchObject({ status: 404, code: 'thing-unknown' });
  });
});

const notified = {
  outcome: 'not-selected',
  reasons: 'Below the threshold.',
  remedies: { authority: 'Région fictive', court: 'Tribunal administratif de Nulle-Part' },
};
