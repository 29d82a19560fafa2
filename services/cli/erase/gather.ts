import type { OpenedLog } from '@jalon/decision-log';
import { type Decision, kinds, parseStream, Traces, upcast } from '@jalon/domain';
import { contentOf, holdsPersonal, piecesIn, type Sealed } from '@jalon/domain/sealing';

/** What a log holds about a subject. */
export interface Gathered {
  readonly traces: Traces;
  /** Whether the log speaks of it at all. */
  readonly isNamed: boolean;
  /** Everything of it that is sealed, to be looked for where it may have been written opened. */
  readonly sealed: readonly Sealed[];
  /** Decisions from before there was sealing, which hold it as it is and cannot be changed. */
  readonly inPlain: readonly string[];
}

/** Reads the whole log of a tenant. `subjects` are those of one request: a person’s, and their surplus contacts’. */
export async function gather(log: Pick<OpenedLog, 'readAll'>, tenant: string, subjects: readonly string[]): Promise<Gathered> {
  const traces = new Traces(subjects[0]?.replace(/^person:/, '') ?? '');
  const sealed: Sealed[] = [];
  const inPlain: string[] = [];
  for await (const batch of log.readAll(tenant)) {
    for (const decision of batch) {
      traces.see(decision);
      for (const { of, text, personal } of personalOf(decision.stream, { ...decision, version: decision.shapeVersion })) {
        if (!subjects.includes(of)) continue;
        const content = contentOf(personal);
        if (text !== undefined) inPlain.push(decision.id);
        else if (typeof content === 'object') sealed.push(content);
      }
    }
  }
  return { traces, isNamed: traces.isNamed || sealed.length > 0 || inPlain.length > 0, sealed, inPlain: [...new Set(inPlain)] };
}

function personalOf(stream: string, decision: Decision): ReturnType<typeof piecesIn> {
  const type = kinds[parseStream(stream).kind]?.types.get(decision.type);
  if (!type || !holdsPersonal(type.data)) return [];
  const read = type.data.safeParse(upcast(type, decision));
  return read.success ? piecesIn(read.data, stream) : [];
}
