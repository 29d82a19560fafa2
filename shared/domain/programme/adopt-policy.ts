import { z } from 'zod';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import { Day, dayOf } from '../kernel/time.ts';
import { DraftNumber, openDraft, PolicyAdopted } from './drafts.ts';
import { programmeCommand } from './programme.ts';

export const adoptPolicy = programmeCommand({
  name: 'adopt-policy',
  says: { en: 'Adopt a policy', fr: 'Adopter un règlement' },
  about:
    'Adopts a draft as the next version of the programme’s policy, in force from a day on. Whoever wrote the draft does not adopt it. Decisions already taken keep the version that they were taken under.',
  data: z.strictObject({ draft: DraftNumber, inForceFrom: Day }),
  example: { draft: 1, inForceFrom: '2027-01-01' },
  refuses: [
    'policy-draft-unknown',
    'policy-draft-settled',
    'policy-drafted-by-same-person',
    'policy-takes-effect-in-the-past',
    'policy-before-the-one-adopted',
  ],
  ruleVersion: 2,

  decide({ identity, policies, drafts }, { data: { draft, inForceFrom }, by, at }) {
    const open = openDraft(drafts, draft);
    if (isRefusal(open)) return open;
    if (by.kind !== 'import' && by.id === open.by.id) return refuse('policy-drafted-by-same-person', { draft });
    const today = dayOf(at, identity.timeZone);
    if (inForceFrom < today) return refuse('policy-takes-effect-in-the-past', { inForceFrom, today });
    const latest = policies.at(-1)?.inForceFrom;
    if (latest !== undefined && inForceFrom < latest) return refuse('policy-before-the-one-adopted', { latest });
    return PolicyAdopted({ policyVersion: policies.length + 1, inForceFrom, policy: open.policy, draft });
  },
});
