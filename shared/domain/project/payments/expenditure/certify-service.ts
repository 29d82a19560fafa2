import { z } from 'zod';
import { refuse } from '../../../kernel/refusal.ts';
import { Prose } from '../../../kernel/words.ts';
import { isHolder, projectCommand } from '../../project.ts';
import { isBound } from '../standing.ts';
import { ReportNumber, ServiceCertified, ServiceNotCertified } from './expenditure.ts';

export const certifyService = projectCommand({
  name: 'certify-service',
  says: { en: 'Certify the service', fr: 'Certifier le service fait' },
  about:
    'The controller (contrôleur CSF) certifies what an examination retained, or sends the statement back to be examined again, with reasons. Neither the holder nor whoever examined it may.',
  data: z.strictObject({ report: ReportNumber, outcome: z.enum(['certified', 'returned']), reasons: Prose.optional() }),
  example: { report: 1, outcome: 'certified' },
  refuses: ['project-not-running', 'not-by-the-holder', 'report-not-concluded', 'examiner-cannot-certify', 'reasons-missing'],

  decide(state, { data: { report, outcome, reasons }, by }) {
    const known = state.expenditure[report];
    if (!isBound(state)) return refuse('project-not-running', { stage: state.stage });
    if (isHolder(state, by)) return refuse('not-by-the-holder');
    if (!known?.concluded || known.certified) return refuse('report-not-concluded', { report });
    if (known.examiners.includes(by.id)) return refuse('examiner-cannot-certify', { report });
    if (outcome === 'certified') return ServiceCertified({ report, phase: known.phase, retained: known.concluded.retained });
    return reasons === undefined ? refuse('reasons-missing') : ServiceNotCertified({ report, reasons });
  },
});
