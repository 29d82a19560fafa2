import { type Append, canonicalText } from '@jalon/decision-log';
import { newId } from '@jalon/runtime';

export interface AppendWanted extends Partial<Omit<Append, 'decisions' | 'command'>> {
  /** The stream of the decisions, `project-insite` unless said. */
  readonly stream?: string;
  /** The version that it has to be at, 0 unless said. */
  readonly at?: number | 'any';
  /** The id of the command; a new one unless said. */
  readonly commandId?: string;
  /** Stands for the command's input: the same text is the same input. */
  readonly input?: string;
  /** The data of each decision; one decision with a note unless said. */
  readonly data?: readonly unknown[];
}

/** An append of plain decisions, `noted`, for tests of what happens to appends rather than of what they say. It takes effect now. */
export function anAppend(wanted: AppendWanted = {}): Append {
  const { stream = 'project-insite', at = 0, commandId = `person:ana:${newId()}`, input = 'the same', data = [{ note: 'seen' }], ...rest } = wanted;
  return {
    tenant: 'demonstration',
    command: { id: commandId, name: 'note', inputText: canonicalText({ text: input }, 'the input'), inputHash: Buffer.alloc(32, input) },
    actor: { kind: 'person', id: 'ana' },
    authorisation: ['reviewers-may-note'],
    ruleVersion: 1,
    occurredAt: new Date().toISOString(),
    expected: { [stream]: at },
    consulted: {},
    decisions: data.map((each) => ({ id: newId(), stream, type: 'noted', shapeVersion: 1, data: each })),
    ...rest,
  };
}
