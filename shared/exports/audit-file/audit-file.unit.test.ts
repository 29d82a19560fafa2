import type { LoggedDecision } from '@jalon/decision-log';
import { decisionsTold } from '@jalon/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditFileOf, type Gathered } from './audit-file.ts';
import { csv } from './csv.ts';
import { documentsIn } from './documents.ts';
import { elements } from './elements.ts';
import { filesOf } from './files.ts';

const HASH = 'a'.repeat(64);

type Brief = readonly [type: string, data?: unknown];
/** Decisions of a project, in order, of which only what the audit file reads is of interest. */
const decided = (...all: readonly Brief[]): readonly LoggedDecision[] =>
  all.map(([type, data = {}], index) => ({
    id: `00000000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`,
    tenant: 'region',
    stream: 'project-repair',
    type,
    version: index + 1,
    position: index + 1,
    shapeVersion: 1,
    data,
    command: { id: `person:ana:${index}`, name: 'project/anything' },
    actor: { kind: 'person', id: 'ana' },
    authorisation: ['somebody'],
    ruleVersion: 1,
    occurredAt: '2027-03-01T09:00:00.000Z',
    recordedAt: '2027-03-01T09:00:00.100Z',
    incarnation: 'one',
    dataDigest: 'sha256:00',
    envelope: '{}',
    dataText: '{}',
  }));

const about: Omit<Gathered, 'decisions'> = {
  tenant: 'region',
  project: 'repair',
  title: 'Ateliers <b>de</b> réparation',
  organisation: 'Les Ateliers de Nulle-Part',
  programme: 'rupture',
  call: 'spring',
};
const fileOf = (...all: readonly Brief[]) => auditFileOf({ ...about, decisions: decided(...all) });
const filed = { madeAt: '2027-04-01T08:00:00.000Z', keys: [], proofs: new Map<string, string>(), documents: new Map() };
const point = (file: ReturnType<typeof fileOf>, wanted: string) => file.elements.find((element) => element.point === wanted)!;

describe('the audit file of a project', () => {
  it('names what a signed project lacks, and nothing of what it cannot have yet', () => {
    const draft = fileOf(['application-started'], ['application-submitted']);
    expect(point(draft, '2')).toMatchObject({ status: 'not-applicable', missing: [] });
    const signed = fileOf(['policy-adopted'], ['application-submitted'], ['declared-eligible'], ['grant-awarded'], ['agreement-signed']);
    expect(point(signed, '2')).toMatchObject({ status: 'complete', missing: [] });
    expect(point(signed, '10').missing).toContain('Aucun indicateur n’a été convenu.');
    expect(point(signed, 'C')).toMatchObject({ status: 'missing', missing: ['Aucune mesure de publicité n’est consignée.'] });
    expect(point(fileOf(['grant-awarded']), '2').missing).toEqual(['L’aide est attribuée et la convention n’est pas signée.']);
  });

  it('asks for the proof of a payment that was released and not recorded as paid', () => {
    const released = fileOf(['agreement-signed'], ['tranche-requested'], ['tranche-released']);
    expect(point(released, '5').missing).toEqual(['Le paiement par le comptable et sa date ne sont pas consignés : joindre la preuve du paiement.']);
    expect(point(fileOf(['agreement-signed'], ['tranche-requested'], ['payment-recorded']), '5').status).toBe('complete');
  });

  it('names each line of real costs without an invoice', () => {
    const line = { item: 'Équipe', basis: 'real', category: 'other', amount: 100 };
    const lines = [
      { ...line, line: 1, piece: HASH, paidOn: '2027-02-01' },
      { ...line, line: 2 },
      { ...line, line: 3, basis: 'flat-rate', rate: 1_500 },
    ];
    const file = fileOf(['expenditure-declared', { report: 1, phase: 'concept', amount: 300, lines }]);
    expect(point(file, '12').missing).toEqual([
      'La facture de la ligne 2 du bilan 1 (Équipe) n’est pas au dossier.',
      'La date de paiement de la ligne 2 du bilan 1 (Équipe) n’est pas consignée.',
    ]);
    expect(point(file, '13')).toMatchObject({ status: 'complete', missing: [] });
    expect(point(file, '12').pieces[0]?.documents).toEqual([{ hash: HASH, name: 'Équipe' }]);
  });

  it('asks for nothing but decisions that there are', () => {
    for (const type of elements.flatMap(({ types }) => types)) expect(decisionsTold, type).toHaveProperty([type]);
  });

  it('keeps every decision, also what belongs to no point', () => {
    const all = decided(['application-submitted'], ['lesson-recorded'], ['need-stated']);
    const file = auditFileOf({ ...about, decisions: all });
    expect(file.others.map(({ decision }) => decision.type)).toEqual(['lesson-recorded', 'need-stated']);
    const paths = [...filesOf(file, filed).keys()];
    expect(paths.filter((path) => path.startsWith('pieces/'))).toEqual([
      'pieces/0000001-application-submitted.json',
      'pieces/0000002-lesson-recorded.json',
      'pieces/0000003-need-stated.json',
    ]);
  });
});

describe('the folder', () => {
  it('shows text as text, whoever wrote it, and runs no script', () => {
    const page = filesOf(fileOf(['application-submitted']), filed).get('index.html')!;
    expect(page).toContain('Ateliers &lt;b&gt;de&lt;/b&gt; réparation');
    expect(page).not.toContain('<b>');
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('<html lang="fr">');
  });

  it('leaves no path but its own, whatever a decision is called', () => {
    const [hostile] = decided(['../../etc/passwd', { piece: '../../secret', attachments: [{ hash: '../x', name: 'x' }] }]);
    const file = auditFileOf({ ...about, decisions: [hostile!] });
    for (const path of filesOf(file, filed).keys()) expect(path).not.toContain('..');
    expect(documentsIn(hostile?.data)).toEqual([]);
  });

  it('has a table in which no text becomes a formula', () => {
    for (const text of ['=1+1', '+33 5 49', '-2', '@SUM(A1)', '\tx', '=HYPERLINK("http://x")']) expect(csv([[text]])).toMatch(/^\uFEFF"?'/);
    fc.assert(
      fc.property(fc.string(), (text) => {
        const [field] = parsed(csv([[text]]));
        expect(field).toBe(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
      }),
    );
  });
});

/** One row of CSV, read back. */
function parsed(text: string): readonly string[] {
  const row = text.replace(/^\uFEFF/, '').replace(/\r\n$/, '');
  return row.startsWith('"') ? [row.slice(1, -1).replaceAll('""', '"')] : row.split(';');
}
