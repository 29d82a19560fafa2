import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { isDescribable } from '../stage.ts';
import { repetitions, TargetSystem, unknownNames } from './document.ts';
import { TargetSystemRevised } from './target-system.ts';

export const reviseTargetSystem = projectCommand({
  name: 'revise-target-system',
  says: { en: 'Revise the target system', fr: 'Modifier le système social cible' },
  about:
    'Records the target system as it is written now, as a whole: finality, situations and gap, stakeholders, challenges, evolutions and works. Parts keep their ids from one revision to the next. It can be left unfinished; publishing it makes a version.',
  data: z.strictObject({ system: TargetSystem }),
  example: {
    system: {
      finality: 'Nobody has to throw away what can be mended.',
      present: 'Repair is rare, far and dear.',
      target: 'Every village has a workshop that is part of its life.',
      gap: 'Places, skills and a way to pay for them are missing.',
      arrangedBy: 'challenge',
      stakeholders: [
        { id: 'ateliers', title: 'Les Ateliers de Nulle-Part', carries: true },
        { id: 'municipalities', title: 'Municipalities' },
      ],
      challenges: [{ id: 'nearness', title: 'Repair near home' }],
      evolutions: [{ id: 'habit', title: 'Mending is the first thought' }],
      works: [
        {
          id: 'trial-workshops',
          title: 'Trial workshops',
          category: 'experimentation',
          under: 'nearness',
          evolutions: ['habit'],
          roles: [{ actor: 'ateliers', role: 'key' }],
          contributors: ['municipalities'],
          priority: true,
        },
      ],
    },
  },
  refuses: ['not-describable', 'target-system-repeats', 'target-system-name-unknown'],

  decide({ stage }, { data: { system } }) {
    if (!isDescribable(stage)) return refuse('not-describable', { stage });
    const repeated = repetitions(system);
    if (repeated.length > 0) return refuse('target-system-repeats', { names: repeated });
    const unknown = unknownNames(system);
    if (unknown.length > 0) return refuse('target-system-name-unknown', { names: unknown });
    return TargetSystemRevised({ system });
  },
});
