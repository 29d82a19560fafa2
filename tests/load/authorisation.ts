import { authoriser, type Question } from '@jalon/authorisation';
import { call, findCommand, organisation, type Project, programme, project } from '@jalon/domain';
import { percentile } from './measure.ts';

/** Microseconds that one took. */
export interface Took {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
}

const ROUNDS = 20_000;
const WARM_UP = 2_000;
const US_IN_MS = 1_000;

/** A project with reviewers and conflicts, as policies are shown one. */
const state: Project = {
  ...project.initial,
  stage: 'draft',
  application: { ...project.initial.application, call: 'bench', holder: 'hal' },
  conflicts: { zoe: { nature: 'board-member', declared: { at: '2027-01-12T09:00:00Z', id: 'd-1' }, touches: [] } },
};

const question = (person: string, action: string): Question => ({
  tenant: 'bench',
  actor: { kind: 'person', id: person },
  action,
  kind: 'project',
  id: 'bench',
  state: { ...state, application: { ...state.application, holder: person } },
  data: {},
  at: '2027-01-20T09:00:00Z',
  known: {
    authority: { ...organisation.initial, roles: { [person]: ['project-holder', 'administrator'] } },
    programme: programme.initial,
    call: { ...call.initial, terms: { ...call.initial.terms, envelope: [{ funder: 'region', amount: 1 }] } },
  },
});

const ACTIONS = ['revise-application', 'submit-application', 'assess-eligibility', 'decide-gate', 'read'] as const;

/** What a judgement takes where nobody asked the same before, and where somebody did; and what a rule takes alone, and after it was judged who may ask. */
export async function judgements(revision: unknown): Promise<Readonly<Record<'fresh' | 'remembered' | 'ruleAlone' | 'ruleJudged', Took>>> {
  const authorise = authoriser();
  const command = findCommand('project', 'revise-application');
  if (!command) throw new Error('There is no command revise-application to measure.');
  const nothing = async <State>(kind: { readonly initial: State }): Promise<State> => kind.initial;
  const asked = { id: 'bench', data: command.data.parse(revision), by: { kind: 'person', id: 'hal' }, at: '2027-01-20T09:00:00Z' } as const;
  const known = await command.context(state, asked, nothing);
  const same = question('hal', 'project/revise-application');
  return {
    fresh: timed((round) => authorise(question(`person-${round}`, `project/${ACTIONS[round % ACTIONS.length]}`))),
    remembered: timed(() => authorise(same)),
    ruleAlone: timed(() => command.decide(state, asked, known)),
    ruleJudged: timed(() => {
      authorise(same);
      command.decide(state, asked, known);
    }),
  };
}

function timed(act: (round: number) => unknown): Took {
  const took: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const before = performance.now();
    act(round);
    if (round >= WARM_UP) took.push((performance.now() - before) * US_IN_MS);
  }
  return { count: took.length, p50: percentile(took, 0.5), p99: percentile(took, 0.99) };
}
