import { z } from 'zod';
import { isRefusal } from '../kernel/refusal.ts';
import { DraftNumber, nextDraft, openDraft, PolicyDrafted } from './drafts.ts';
import { Policy } from './policy.ts';
import { programmeCommand } from './programme.ts';

export const draftPolicy = programmeCommand({
  name: 'draft-policy',
  says: { en: 'Draft a policy', fr: 'Rédiger un projet de règlement' },
  about:
    'Writes a draft of the programme’s policy, under the next number, or in place of the draft whose number is given. What it leaves out has its default. A second person adopts it.',
  data: z.strictObject({ draft: DraftNumber.optional(), policy: Policy }),
  example: { policy: { reminders: [30, 15, 3], committee: { avis: 'required' } } },
  refuses: ['policy-draft-unknown', 'policy-draft-settled'],

  decide({ drafts }, { data: { draft, policy } }) {
    if (draft === undefined) return PolicyDrafted({ draft: nextDraft(drafts), policy });
    const replaced = openDraft(drafts, draft);
    return isRefusal(replaced) ? replaced : PolicyDrafted({ draft, policy });
  },
});
