import { refuse } from '../kernel/refusal.ts';
import { hasBegun } from './begun.ts';
import { Declaration, DeclarationMade } from './declarations.ts';
import { organisationCommand } from './organisation.ts';

export const makeDeclaration = organisationCommand({
  name: 'make-declaration',
  says: { en: 'Make a declaration', fr: 'Déposer une déclaration' },
  about:
    'Records what the organisation declares on its honour, and on which day: republican commitment, not in difficulty, no double funding, VAT, beneficial owners. The last of each kind counts.',
  data: Declaration,
  example: { statement: { kind: 'republican-commitment' }, on: '2027-01-15' },
  refuses: ['declared-on-a-day-to-come'],

  decide: (_, { data, at }) => (hasBegun(data.on, at) ? DeclarationMade(data) : refuse('declared-on-a-day-to-come', { on: data.on })),
});
