import { type Question, stateAs } from '@jalon/authorisation';
import {
  type Asked,
  AUTHORITY,
  call,
  callKnown,
  type Load,
  organisation,
  programme,
  project,
  projectKnown,
  type StreamKind,
  sitting,
  sittingKnown,
} from '@jalon/domain';

/** A kind of thing that can be read, and what has to be known beside one to judge who may. */
export interface Seeable<State, Known extends Question['known'] = Question['known']> {
  readonly kind: string;
  /** The state of one, which came by the name of its kind. */
  readonly stateOf: (state: unknown) => State;
  readonly knownOf: (state: State, asked: Asked<unknown>, load: Load) => Promise<Known>;
}

function seeable<State extends object, Known extends Question['known']>(
  kind: StreamKind<string, State>,
  knownOf: Seeable<State, Known>['knownOf'],
): Seeable<State, Known> {
  return { kind: kind.name, stateOf: (state) => stateAs(kind, state), knownOf };
}

const authorityKnown = async (_state: unknown, _asked: Asked<unknown>, load: Load) => ({ authority: await load(organisation, AUTHORITY) });

export const aProject = seeable(project, projectKnown);
export const aCall = seeable(call, callKnown);
export const aSitting = seeable(sitting, sittingKnown);
export const aProgramme = seeable(programme, authorityKnown);
export const anOrganisation = seeable(organisation, authorityKnown);

/** Who may see a thing of a kind, whatever the kind. */
type Judge = (state: unknown, asked: Asked<unknown>, load: Load) => Promise<Question['known']>;

const judged =
  <State>({ stateOf, knownOf }: Seeable<State>): Judge =>
  (state, asked, load) =>
    knownOf(stateOf(state), asked, load);

/** Every kind that can be read, by name; of any other nobody may read anything. */
export const seeableKinds: Readonly<Record<string, Judge>> = {
  [aProject.kind]: judged(aProject),
  [aCall.kind]: judged(aCall),
  [aSitting.kind]: judged(aSitting),
  [aProgramme.kind]: judged(aProgramme),
  [anOrganisation.kind]: judged(anOrganisation),
};
