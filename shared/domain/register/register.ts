import { z } from 'zod';
import { ThingId } from '../kernel/actor.ts';
import { decision } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { type StateOf, streamKind } from '../kernel/stream-kind.ts';

export const ApplicationRegistered = decision('application-registered', 1, z.strictObject({ application: ThingId }));

/** Ids of the call's applications in order of arrival; the place, from 1, is the application's number. */
const applications = facet([] as readonly string[], [ApplicationRegistered], {
  'application-registered': (all, { application }) => [...all, application],
});

export const register = streamKind('register', { applications });
export type Register = StateOf<typeof register>;
