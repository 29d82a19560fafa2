import { createHandler, type Seal } from '@jalon/command-handling';
import type { DecisionLog, Recorded } from '@jalon/decision-log';
import { type Actor, Policy } from '@jalon/domain';
import { newId, systemClock } from '@jalon/runtime';

/** Commands through the one door, all allowed, each as of an instant: a programme that a test can live through. */
export class LivedProgramme {
  readonly tenant: string;
  readonly #handler: ReturnType<typeof createHandler>;

  constructor(log: DecisionLog, tenant: string, seal?: Seal) {
    this.tenant = tenant;
    this.#handler = createHandler({
      log,
      authorise: () => ({ allowed: true, policies: ['test'] }),
      clock: systemClock,
      newId,
      commandKey: 'the key of the tests',
      ...(seal && { seal }),
    });
  }

  /** Has a command decided and recorded. Throws where it is not. */
  async ask(thing: string, name: string, input: unknown, by: string | Actor, at: string): Promise<readonly Recorded[]> {
    const [kind = '', ...id] = thing.split('/');
    const actor: Actor = typeof by === 'string' ? { kind: 'person', id: by } : by;
    const answer = await this.#handler.handle({
      tenant: this.tenant,
      kind,
      id: id.join('/'),
      name,
      input,
      actor,
      commandId: `${actor.kind}:${actor.id}:${newId()}`,
      occurredAt: at,
    });
    if (answer.status !== 'recorded') throw new Error(`${thing}: ${name} was not recorded: ${JSON.stringify(answer)}`);
    return answer.decisions;
  }

  /** An authority, the programme `breakthrough` with two funders, and the call `spring` that is open from 8 January to 8 March 2024. */
  async openCall(notify: { readonly region?: object; readonly esf?: object } = {}): Promise<void> {
    await this.ask('organisation/authority', 'register-organisation', { name: both('Région'), administrator: 'ada' }, 'ada', '2023-10-02T08:00:00Z');
    await this.ask('programme/breakthrough', 'create-programme', { name: both('Rupture', 'Breakthrough') }, 'ada', '2023-10-02T08:01:00Z');
    const funder = (id: string, name: string, kind: string, addresses: object = {}) =>
      this.ask('programme/breakthrough', 'add-funder', { funder: id, name: both(name), kind, notify: addresses }, 'ada', '2023-10-02T08:02:00Z');
    await funder('region', 'Région fictive', 'region', notify.region);
    await funder('esf', 'FSE+ fictif', 'european', notify.esf);
    await this.ask(
      'call/spring',
      'draft-call',
      {
        programme: 'breakthrough',
        title: both('Appel de printemps', 'Spring call'),
        envelope: [
          { funder: 'region', amount: 15_000_000 },
          { funder: 'esf', amount: 5_000_000 },
        ],
        opensOn: '2024-01-08',
        closesOn: '2024-03-08',
        selectionOn: '2024-05-17',
        maxGrant: 15_000_000,
      },
      'ada',
      '2023-12-01T08:00:00Z',
    );
    await this.ask('call/spring', 'publish-call', {}, 'ada', '2023-12-04T08:00:00Z');
    await this.ask('call/spring', 'open-call', {}, process, '2024-01-07T23:00:00Z');
  }

  /** An application that is submitted and found eligible, with two reviews that give this mark everywhere; where a second one is given, the other review gives that. */
  async apply(id: string, title: string, mark: number, second = mark): Promise<void> {
    const project = `project/${id}`;
    await this.ask(project, 'start-application', { call: 'spring' }, 'hal', '2024-01-10T08:00:00Z');
    await this.ask(project, 'revise-application', application(title), 'hal', '2024-01-11T08:00:00Z');
    await this.ask(project, 'submit-application', {}, 'hal', '2024-02-01T08:00:00Z');
    await this.ask(project, 'assess-eligibility', { outcome: 'eligible', reasons: [] }, 'ada', '2024-02-05T08:00:00Z');
    for (const [reviewer, given] of [
      ['rea', mark],
      ['rob', second],
    ] as const) {
      await this.ask(project, 'assign-reviewer', { reviewer }, 'ada', '2024-02-06T08:00:00Z');
      await this.ask(project, 'submit-review', review(given), reviewer, '2024-02-20T08:00:00Z');
    }
  }

  /** Closes the call and concludes the selection. */
  async select(): Promise<void> {
    await this.ask('call/spring', 'close-call', {}, process, '2024-03-08T23:00:00Z');
    await this.ask('call/spring', 'conclude-selection', {}, 'chris', '2024-05-15T08:00:00Z');
  }

  /** Both funders grant, the agreement is signed, and the project enters its concept phase. */
  async fund(id: string): Promise<void> {
    const project = `project/${id}`;
    for (const funder of ['region', 'esf']) {
      await this.ask(project, 'decide-funding', { funder, outcome: 'granted' }, `${funder}-officer`, '2024-06-03T08:00:00Z');
    }
    await this.ask(
      project,
      'sign-agreement',
      { signedOn: '2024-06-20', parties: ['Région fictive', 'Les Ateliers de Nulle-Part'] },
      'ada',
      '2024-06-20T08:00:00Z',
    );
    await this.ask(project, 'enter-phase', { phase: 'concept' }, 'ada', '2024-06-21T08:00:00Z');
  }

  /** Milestone agreed and reported, advance paid, first SRL review concluded. */
  async follow(id: string): Promise<void> {
    const project = `project/${id}`;
    const milestone = { milestone: 'first-trials', title: 'First trials', expected: 'Observations of three trials.', dueOn: '2024-10-31' };
    await this.ask(project, 'agree-milestone', milestone, 'ada', '2024-06-24T08:00:00Z');
    await this.ask(project, 'request-tranche', { kind: 'advance' }, 'hal', '2024-06-25T08:00:00Z');
    await this.ask(project, 'release-tranche', { phase: 'concept', kind: 'advance' }, 'acc', '2024-07-10T08:00:00Z');
    await this.ask(project, 'report-milestone', { milestone: 'first-trials', report: 'Three trials were held.' }, 'hal', '2024-10-15T08:00:00Z');
    await this.ask(project, 'open-srl-review', {}, process, '2024-12-21T08:00:00Z');
    const levels = [
      { level: 1, outcome: 'consolidated', evidence: 'Survey of needs.' },
      { level: 2, outcome: 'to-consolidate', evidence: 'The concept is written.' },
    ];
    await this.ask(project, 'assess-srl', { claimed: 2, levels }, 'rea', '2025-01-08T08:00:00Z');
    const plan = [{ level: 2, keyFunction: 'Shared premises', support: 'Two days with a researcher.', dueOn: '2025-04-30' }];
    await this.ask(project, 'conclude-srl-review', { consolidationPlan: plan }, 'ada', '2025-01-15T08:00:00Z');
  }
}

const process: Actor = { kind: 'process', id: 'journeys' };

const both = (fr: string, en: string = fr) => ({ fr, en });

const application = (title: string) => ({
  title,
  summary: 'Shared workshops where inhabitants repair what they own.',
  finality: 'Nobody has to throw away what can be mended.',
  organisation: 'Les Ateliers de Nulle-Part',
  works: [{ name: 'Trial workshops', category: 'experimentation', description: 'Try forms of workshop in five villages.' }],
  budget: { needs: [{ label: 'Staff', amount: 9_000_000 }], resources: [] },
  requested: 9_000_000,
  expectedStart: '2024-09-01',
  selfAssessment: [{ criterion: 'cooperation', text: 'Twelve municipalities take part.' }],
});

const { rubric } = Policy.parse({});
const review = (mark: number) => ({
  marks: rubric.map(({ criterion }) => ({ criterion, mark, reason: 'Secret to the committee.' })),
  opinion: 'favourable',
  comment: 'Secret to the committee, too.',
});
