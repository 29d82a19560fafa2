import { call } from '../../call/call.ts';
import { commandsOf } from '../../kernel/command.ts';
import { refuse } from '../../kernel/refusal.ts';
import { policyKnown } from '../../programme/programme.ts';
import { type ProjectKnown, project } from '../project.ts';
import { SRL_SCALE } from '../srl/scale.ts';
import { CaseStudy, CaseStudyRecorded } from './case-study.ts';

/** A case study answers no call: its programme is named by whoever records it. */
const caseStudyCommand = commandsOf(project, async (_, { data, at }, load): Promise<ProjectKnown> => {
  const named = CaseStudy.pick({ programme: true }).loose().safeParse(data);
  return { ...(await policyKnown(named.data?.programme, at, load)), call: call.initial };
});

export const recordCaseStudy = caseStudyCommand({
  name: 'record-case-study',
  says: { en: 'Record a case study', fr: 'Verser une étude de cas' },
  about:
    'Brings a project into being that is followed outside the award path: what a public text says of it and where it is read on the SRL scale, with the reason. Nothing falls due on it.',
  data: CaseStudy,
  example: {
    programme: 'breakthrough',
    name: { fr: 'Atelier exemple du Val Fictif', en: 'Example workshop of the Fictional Vale' },
    family: 'territorial-commons',
    holder: 'Association Exemple du Val Fictif',
    aim: { fr: 'Que chaque village ait son atelier partagé.', en: 'That every village has its shared workshop.' },
    works: [
      { title: { fr: 'Ouvrir un premier atelier', en: 'Open a first workshop' }, category: 'experimentation' },
      { title: { fr: 'Relier les communes', en: 'Connect the municipalities' }, category: 'cooperation', inferred: true },
    ],
    needs: [{ kind: 'method', detail: { fr: 'Une méthode d’évaluation', en: 'A method of evaluation' } }],
    partners: [{ fr: 'Commune fictive', en: 'A fictional municipality' }],
    valueFamilies: [{ family: 'community', standing: 'inferred' }],
    reading: { phase: 'pilot', reached: 5, reason: { fr: 'Un essai est en cours sur place.', en: 'A trial is under way on site.' } },
    source: { document: 'Carnet public', section: 'Atelier', more: ['https://example.org/atelier'] },
  },
  refuses: ['programme-unknown'],
  creates: true,

  decide(_, { data }, { programme }) {
    if (!programme.identity.created) return refuse('programme-unknown', { programme: data.programme });
    return CaseStudyRecorded({ ...data, scale: SRL_SCALE });
  },
});
