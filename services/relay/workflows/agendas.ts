import type { DecisionLog } from '@jalon/decision-log';
import { followedKinds, isFollowedKind, type Load, type Obligation, parseStream, processView, stepToTake } from '@jalon/domain';
import { inFlight, type Thing } from '@jalon/workflows/client';

const AT_ONCE = 16;

/** A step of the process whose date is over. */
export interface Late extends Thing {
  readonly obligation: string;
  readonly command: string;
  readonly at: string;
}

interface Owed {
  readonly version: number;
  readonly obligations: readonly Obligation[];
}

/** What is owed on the streams of a tenant, as of these versions of its programmes. */
interface Agenda {
  readonly programmes: string;
  readonly owed: Map<string, Owed>;
}

/** What the process has to do on every call, project and sitting, from the log. */
export interface Agendas {
  /** The step to take on every obligation that has one before an instant (ISO 8601). */
  readonly late: (before: string) => Promise<readonly Late[]>;
}

/** Folds a stream again only where it has moved, or a programme of its tenant has, since dates rest on the programme's policy. */
export function agendasOf(log: Pick<DecisionLog, 'tenants' | 'streams'>, loader: (tenant: string) => Load): Agendas {
  const agendas = new Map<string, Agenda>();

  async function agendaOf(tenant: string): Promise<Agenda> {
    const [programmes, ...perKind] = await Promise.all(['programme', ...followedKinds].map((kind) => log.streams(tenant, `${kind}-`)));
    const policies = JSON.stringify(programmes);
    const before = agendas.get(tenant);
    const agenda = before?.programmes === policies ? before : { programmes: policies, owed: new Map<string, Owed>() };
    const moved = perKind
      .flatMap((streams) => Object.entries(streams ?? {}))
      .filter(([stream, version]) => agenda.owed.get(stream)?.version !== version);
    await inFlight(moved, AT_ONCE, async ([stream, version]) => {
      agenda.owed.set(stream, { version, obligations: await owedOn(stream, loader(tenant)) });
    });
    agendas.set(tenant, agenda);
    return agenda;
  }

  return {
    async late(before) {
      const found: Late[] = [];
      for (const { tenant } of await log.tenants()) {
        for (const [stream, { obligations }] of (await agendaOf(tenant)).owed) {
          for (const obligation of obligations) {
            const step = stepToTake(obligation, before);
            if (step) found.push({ tenant, stream, obligation: obligation.id, command: step.command, at: step.at });
          }
        }
      }
      return found;
    },
  };
}

/** The obligations that the process acts on. */
async function owedOn(stream: string, load: Load): Promise<readonly Obligation[]> {
  const { kind, id } = parseStream(stream);
  if (!isFollowedKind(kind)) return [];
  const { obligations } = await processView(kind, id, load);
  return obligations.filter(({ steps }) => steps.length > 0);
}
