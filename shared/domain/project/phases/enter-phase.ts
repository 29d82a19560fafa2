import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Phase } from '../../programme/policy.ts';
import { projectCommand } from '../project.ts';
import { PhaseEntered } from './phases.ts';

export const enterPhase = projectCommand({
  name: 'enter-phase',
  says: { en: 'Enter a phase', fr: 'Entrer dans une phase' },
  about:
    'Begins a phase: the concept after signature, a later one after a gate was passed, an earlier one after a gate that returned. From here the SRL reviews of the phase count.',
  data: z.strictObject({ phase: Phase }),
  example: { phase: 'concept' },
  refuses: ['phase-not-cleared'],

  decide({ stage, phases: { cleared } }, { data: { phase } }) {
    if (stage === 'suspended' || cleared?.phase !== phase) return refuse('phase-not-cleared', { phase, cleared: cleared?.phase ?? null });
    return PhaseEntered({ phase, by: cleared.by });
  },
});
