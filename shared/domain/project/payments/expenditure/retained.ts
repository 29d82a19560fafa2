import { type Cents, partOf } from '../../../kernel/money.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { type ExpenditureLine, judged, type Report, type RetainedLine } from './expenditure.ts';

type NotRetained = Refusal<'lines-do-not-match' | 'retained-beyond-declared' | 'reasons-for-setting-aside'>;

/** Why what an examiner retains of a statement cannot stand: a line left out or unknown, more than was declared, or less without a reason. */
export function faultIn(report: Pick<Report, 'lines'>, retained: readonly RetainedLine[]): NotRetained | undefined {
  const lines = judged(report);
  const named = retained.map(({ line }) => line);
  const missing = lines.map(({ line }) => line).filter((line) => !named.includes(line));
  const surplus = named.filter((line, index) => named.indexOf(line) !== index || !lines.some((declared) => declared.line === line));
  if (missing.length > 0 || surplus.length > 0) return refuse('lines-do-not-match', { missing, surplus });
  for (const { line, retained: kept, reasons } of retained) {
    const amount = lines.find((declared) => declared.line === line)?.amount ?? 0;
    if (kept > amount) return refuse('retained-beyond-declared', { line, amount });
    if (kept < amount && reasons === undefined) return refuse('reasons-for-setting-aside', { line });
  }
  return undefined;
}

const sum = (amounts: readonly Cents[]): Cents => amounts.reduce((total, amount) => total + amount, 0);

/** What is retained of every line, flat rates worked out again on the staff costs retained, and what it comes to. */
export function worthOf({ lines }: Pick<Report, 'lines'>, retained: readonly RetainedLine[]): { lines: RetainedLine[]; retained: Cents } {
  const kept = (line: ExpenditureLine): Cents => retained.find((found) => found.line === line.line)?.retained ?? 0;
  const staff = sum(lines.filter(({ category, basis }) => category === 'direct-staff' && basis !== 'flat-rate').map(kept));
  const all = lines.map((line): RetainedLine => {
    if (line.basis === 'flat-rate') return { line: line.line, retained: Math.min(line.amount, partOf(staff, line.rate ?? 0)) };
    return retained.find((found) => found.line === line.line) ?? { line: line.line, retained: 0 };
  });
  return { lines: all, retained: sum(all.map((line) => line.retained)) };
}
