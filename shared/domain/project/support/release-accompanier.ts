import { z } from 'zod';
import { PersonId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { isRunning } from '../stage.ts';
import { AccompanierReleased } from './support.ts';

export const releaseAccompanier = projectCommand({
  name: 'release-accompanier',
  says: { en: 'Release an accompanier', fr: 'Mettre fin à un accompagnement' },
  about: 'Ends the support by one person. Whoever accompanied a project does not become an assessor of it.',
  data: z.strictObject({ accompanier: PersonId }),
  example: { accompanier: 'accompanier-1' },
  refuses: ['project-not-running', 'accompanier-unknown'],

  decide({ stage, support }, { data: { accompanier } }) {
    if (!isRunning(stage) && stage !== 'agreement') return refuse('project-not-running', { stage });
    if (support.accompaniers[accompanier] !== 'named') return refuse('accompanier-unknown', { accompanier });
    return AccompanierReleased({ accompanier });
  },
});
