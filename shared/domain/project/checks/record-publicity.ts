import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { isBound } from '../payments/standing.ts';
import { projectCommand } from '../project.ts';
import { Attachments } from './checks.ts';
import { PublicityRecorded } from './indicators.ts';

export const recordPublicity = projectCommand({
  name: 'record-publicity',
  says: { en: 'Record publicity', fr: 'Rendre compte de la publicité' },
  about: 'Says where the public is told who funds the project, and which funders are named there; the record shows which of the agreement are not.',
  data: z.strictObject({ where: Prose, named: z.array(ThingId).min(1).max(20), attachments: Attachments.default([]) }),
  example: { where: 'Poster at the entrance of each workshop.', named: ['region', 'fse'] },
  refuses: ['project-not-running', 'not-its-funder'],

  decide(state, { data }) {
    if (!isBound(state)) return refuse('project-not-running', { stage: state.stage });
    const funders = [...new Set(state.agreement?.plan.flatMap((planned) => planned.shares.map(({ funder }) => funder)))];
    const stranger = data.named.find((funder) => !funders.includes(funder));
    if (stranger !== undefined) return refuse('not-its-funder', { funder: stranger });
    return PublicityRecorded({ ...data, missing: funders.filter((funder) => !data.named.includes(funder)) });
  },
});
