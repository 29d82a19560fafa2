import { z } from 'zod';
import { refuse } from '../kernel/refusal.ts';
import { Day, dayOf } from '../kernel/time.ts';
import { Policy } from './policy.ts';
import { PolicyAdopted, programmeCommand } from './programme.ts';

export const adoptPolicy = programmeCommand({
  name: 'adopt-policy',
  says: { en: 'Adopt a policy', fr: 'Adopter un règlement' },
  about:
    'Adopts the next version of the programme’s policy, in force from a day on. Decisions already taken keep the version that they were taken under.',
  data: z.strictObject({ policy: Policy, inForceFrom: Day }),
  example: { policy: { reminders: [30, 15, 3] }, inForceFrom: '2027-01-01' },
  refuses: ['policy-takes-effect-in-the-past', 'policy-before-the-one-adopted'],

  decide({ identity, policies }, { data, at }) {
    const today = dayOf(at, identity.timeZone);
    if (data.inForceFrom < today) return refuse('policy-takes-effect-in-the-past', { inForceFrom: data.inForceFrom, today });
    const latest = policies.at(-1)?.inForceFrom;
    if (latest !== undefined && data.inForceFrom < latest) return refuse('policy-before-the-one-adopted', { latest });
    return PolicyAdopted({ ...data, policyVersion: policies.length + 1 });
  },
});
