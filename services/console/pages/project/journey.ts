import type { Project } from './facts.tsx';

/** A station of the journey: reached at a day, the one where the project is, or one still to come. */
export interface Station {
  readonly stage: Stage;
  readonly standing: 'done' | 'here' | 'to-come';
  /** When it was reached (day or instant), where that is known. */
  readonly at?: string | undefined;
  /** How often it was entered: more than once where the path looped back. */
  readonly times: number;
}

const usual = ['draft', 'submitted', 'in-review', 'selected', 'agreement', 'concept', 'pilot', 'institutionalisation', 'closing', 'ended'] as const;
export type Stage = (typeof usual)[number] | 'case-study' | 'ineligible' | 'reserve' | 'not-selected' | 'refused' | 'suspended';

/** Where a stage stands that is no station of the usual path: after which one it comes, and in place of which. */
const besides: Readonly<Record<string, (typeof usual)[number]>> = {
  ineligible: 'in-review',
  reserve: 'selected',
  'not-selected': 'selected',
  refused: 'agreement',
};

/** The stations of a project, in the order of the programme's process, with what its decisions say of each. */
export function journeyOf(project: Project): readonly Station[] {
  const { stage } = project;
  if (stage === 'case-study') return [];
  const place = besides[stage];
  const path: readonly Stage[] = place ? [...usual.slice(0, usual.indexOf(place)), stage as Stage] : usual;
  const here = stage === 'suspended' ? (project.phase ?? 'agreement') : stage;
  const at = path.indexOf(here as Stage);
  return path.map((one, index) => ({
    stage: one,
    standing: index < at ? 'done' : index === at ? 'here' : 'to-come',
    at: reachedAt(project, one),
    times: project.entered.filter(({ phase }) => phase === one).length,
  }));
}

function reachedAt(project: Project, stage: Stage): string | undefined {
  switch (stage) {
    case 'submitted':
      return project.submittedAt;
    case 'in-review':
      return project.eligibility?.eligible ? project.eligibility.at : undefined;
    case 'ineligible':
      return project.eligibility?.at;
    case 'selected':
    case 'reserve':
    case 'not-selected':
      return project.selection?.at;
    case 'agreement':
      return project.agreement?.signedOn;
    case 'concept':
    case 'pilot':
    case 'institutionalisation':
      return project.entered.find(({ phase }) => phase === stage)?.at;
    case 'ended':
      return project.stage === 'ended' ? project.lastDecisionAt : undefined;
    default:
      return undefined;
  }
}
