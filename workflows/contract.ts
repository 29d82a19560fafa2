import type { Obligation, Step } from '@jalon/domain/pure';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { defineQuery, defineSignal } from '@temporalio/workflow';

/** What a workflow is about: one stream of one tenant. */
export interface Thing {
  readonly tenant: string;
  readonly stream: string;
}

/** What a workflow has to know of an obligation: nobody is named. */
export type Due = Pick<Obligation, 'id' | 'kind' | 'due' | 'steps'>;

/** A thing as the log has it at a version: what its workflows go by. It holds no personal data. */
export interface View {
  readonly version: number;
  readonly stage: string;
  readonly obligations: readonly Due[];
  readonly programme?: string;
  readonly phase?: string;
  /** The level reached on the SRL scale. */
  readonly srl?: number;
}

/** The act that a workflow asks for. */
export interface Act {
  readonly obligation: string;
  readonly step: Step;
}

/** What came of it: the version of the thing after, and the code of a refusal. The same version as before means that nothing was recorded. */
export interface Acted {
  readonly version: number;
  readonly refused?: string;
}

/** What workflows ask of the outside. */
export interface Activities {
  /** Waits (by being tried again) until the log has the version. */
  viewStream(thing: Thing, atLeast: number): Promise<View>;
  act(thing: Thing, act: Act): Promise<Acted>;
}

/** "The stream is at this version now." */
export const recorded = defineSignal<[version: number]>('recorded');

/** "Something that the stream rests on has changed, or a date has passed: look again." */
export const lookAgain = defineSignal('lookAgain');

/** An obligation as a workflow is keeping it. */
export interface Kept {
  readonly id: string;
  readonly kind: string;
  /** The step that it will take next and when (ISO 8601); absent where a person has to act. */
  readonly next?: { readonly command: string; readonly at: string };
  /** Why the step was not recorded; it is tried again at `next.at`, or as soon as the log has something new. */
  readonly blocked?: string;
}

/** Where a workflow stands. */
export interface Standing {
  readonly version: number;
  readonly stage: string;
  readonly keeps: readonly Kept[];
}

export const standing = defineQuery<Standing>('standing');

/** What an operator can search and sort the workflows by. */
export const searchAttributes = {
  programme: defineSearchAttributeKey('JalonProgramme', SearchAttributeType.KEYWORD),
  stage: defineSearchAttributeKey('JalonStage', SearchAttributeType.KEYWORD),
  phase: defineSearchAttributeKey('JalonPhase', SearchAttributeType.KEYWORD),
  srl: defineSearchAttributeKey('JalonSrl', SearchAttributeType.INT),
  nextDue: defineSearchAttributeKey('JalonNextDue', SearchAttributeType.DATETIME),
  blocked: defineSearchAttributeKey('JalonBlocked', SearchAttributeType.BOOL),
};
