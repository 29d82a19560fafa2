import {
  addShares,
  type ByFunder,
  byFunder,
  type Call,
  deCommitmentRisk,
  type Exposure,
  exposureOf,
  forecastOf,
  type Programme,
  type Project,
} from '@jalon/domain';

type Sums = ByFunder;

const sumBy = <Item>(items: readonly Item[], of: (item: Item) => number): number => items.reduce((sum, item) => sum + of(item), 0);

/** What each funder of a programme put up, is bound to, paid, and still has to pay. */
export function budgetByFunder(programme: Programme, calls: readonly Call[], projects: readonly Project[], at: string) {
  const forecasts = projects.flatMap((project) => forecastOf(project, programme, at));
  const risks = projects.flatMap((project) => deCommitmentRisk(project, programme, at));
  const envelope = calls.reduce<Sums>((sums, { terms }) => addShares(sums, byFunder(terms.envelope)), {});
  const awarded = calls.reduce<Sums>((sums, { committed }) => addShares(sums, entriesOf(committed)), {});
  const funders = new Set([...Object.keys(programme.funders), ...Object.keys(envelope), ...forecasts.map(({ funder }) => funder)]);
  return [...funders].map((funder) => {
    const own = forecasts.filter((forecast) => forecast.funder === funder);
    const { name, eligibleUntil } = programme.funders[funder] ?? {};
    return {
      funder,
      ...(name && { name }),
      envelope: envelope[funder] ?? 0,
      awarded: Math.max(0, awarded[funder] ?? 0),
      remaining: (envelope[funder] ?? 0) - (awarded[funder] ?? 0),
      committed: sumBy(own, (one) => one.committed),
      conditional: sumBy(own, (one) => one.conditional),
      ordered: sumBy(own, (one) => one.ordered),
      paid: sumBy(own, (one) => one.paid),
      toOrder: sumBy(own, (one) => one.toOrder),
      years: yearsOf(own.flatMap(({ years }) => years)),
      ...(eligibleUntil !== undefined && { eligibleUntil }),
      atRisk: sumBy(
        risks.filter((risk) => risk.funder === funder),
        ({ late }) => late,
      ),
    };
  });
}

type Year = ReturnType<typeof forecastOf>[number]['years'][number];

/** The same years of several projects, added up, in their order. */
function yearsOf(all: readonly Year[]): Year[] {
  const byYear = Map.groupBy(all, ({ year }) => year);
  return [...byYear]
    .map(([year, those]) => ({ year, committed: sumBy(those, (one) => one.committed), conditional: sumBy(those, (one) => one.conditional) }))
    .toSorted((a, b) => a.year - b.year);
}

/** What went out by call and funder. */
export function paidByCall(projects: readonly Project[]): ReadonlyMap<string, Sums> {
  const sums = new Map<string, Sums>();
  for (const { application, payments } of projects) {
    const paid = Object.values(payments.paid).reduce<Sums>((all, of) => addShares(all, entriesOf(of)), sums.get(application.call) ?? {});
    sums.set(application.call, paid);
  }
  return sums;
}

/** What the funders together are exposed to, over all projects. */
export function exposureOfAll(projects: readonly Project[]): Pick<Exposure, 'exposed' | 'levels' | 'consolidated'> {
  const all = projects.map(exposureOf);
  const levels = Map.groupBy(
    all.flatMap((one) => one.levels),
    ({ level }) => level,
  );
  return {
    exposed: sumBy(all, ({ exposed }) => exposed),
    levels: [...levels].map(([level, those]) => ({ level, amount: sumBy(those, ({ amount }) => amount) })).toSorted((a, b) => a.level - b.level),
    consolidated: sumBy(all, ({ consolidated }) => consolidated),
  };
}

const entriesOf = (amounts: Sums) => Object.entries(amounts).map(([funder, amount]) => ({ funder, amount }));
