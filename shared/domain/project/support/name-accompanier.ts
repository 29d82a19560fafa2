import { z } from 'zod';
import { PersonId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { isHolder, projectCommand } from '../project.ts';
import { isRunning } from '../stage.ts';
import { AccompanierNamed } from './support.ts';

export const nameAccompanier = projectCommand({
  name: 'name-accompanier',
  says: { en: 'Name an accompanier', fr: 'Désigner un accompagnateur' },
  about: 'Names a person who supports the project: never its holder or team, and nobody who was asked to review it or assessed it.',
  data: z.strictObject({ accompanier: PersonId }),
  example: { accompanier: 'accompanier-1' },
  refuses: ['project-not-running', 'accompanier-is-holder', 'accompanier-is-assessor', 'accompanier-already-named'],

  decide(state, { data: { accompanier } }) {
    const { stage, reviews, support } = state;
    if (!isRunning(stage) && stage !== 'agreement') return refuse('project-not-running', { stage });
    if (isHolder(state, { kind: 'person', id: accompanier })) return refuse('accompanier-is-holder');
    if (reviews[accompanier]?.assigned || support.assessors.includes(accompanier)) return refuse('accompanier-is-assessor', { accompanier });
    if (support.accompaniers[accompanier] === 'named') return refuse('accompanier-already-named', { accompanier });
    return AccompanierNamed({ accompanier });
  },
});
