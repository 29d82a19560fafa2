import { Cents, Currency, Text } from '@jalon/domain';
import { Avis, Counts, Question, Reservation, Voice, Vote } from '@jalon/domain/decisions';
import { z } from 'zod';

const Persons = z.array(z.string());
const Quorum = z.strictObject({ present: z.int(), needed: z.int() });

const Member = z.strictObject({
  person: z.string(),
  voice: Voice,
  attending: z.boolean(),
  disinterested: z.boolean().describe('Declared no interest in the agenda.'),
  proxyTo: z.string().optional().describe('Who votes for them.'),
  recusedFrom: Persons.describe('Items from which a conflict of interest bars them.'),
});

const Item = z.strictObject({
  item: z.string(),
  project: z.string(),
  title: z.string(),
  organisation: z.string().optional(),
  requested: Cents.optional(),
  question: Question,
  heard: z.boolean(),
  note: z.string().optional().describe('What the applicant answered. Not for those barred from the item.'),
  barred: Persons,
  quorum: Quorum,
  awaited: Persons.describe('Members who may vote and have not.'),
  votes: z
    .array(z.strictObject({ voter: z.string(), on: Vote, counts: z.int().min(1).describe('2 with a proxy.') }))
    .describe('Empty for those barred from the item.'),
  counts: Counts.optional().describe('Until the item is concluded, not for those barred from it.'),
  avis: Avis.optional().describe('What has the majority as the votes stand. As the counts.'),
  castingVote: z.boolean(),
  concluded: z.strictObject({ avis: Avis, reservations: z.array(Reservation) }).optional(),
});

/** A sitting of the committee, as it goes on. */
export const SittingShown = z.strictObject({
  sitting: z.string(),
  version: z.int().min(1),
  stage: z.enum(['convened', 'open', 'held', 'cancelled']),
  programme: z.string(),
  programmeName: Text,
  call: z.string().optional(),
  callTitle: Text.optional(),
  currency: Currency,
  heldAt: z.string(),
  chair: z.string(),
  presiding: z.string().optional(),
  quorum: Quorum.describe('Of the sitting as a whole: those barred from every item left out.'),
  members: z.array(Member),
  items: z.array(Item),
  minutes: Persons.describe('Who signed the minutes.'),
});
export type SittingShown = z.output<typeof SittingShown>;
