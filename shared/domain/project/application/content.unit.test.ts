import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { by } from '../../kernel/testing/given-when-then.ts';
import { Policy } from '../../programme/policy.ts';
import { PolicyAdopted } from '../../programme/programme.ts';
import { incomplete } from '../../testing/application-stories.ts';
import { content } from '../../testing/samples.ts';
import { draftApplication } from '../../testing/stories.ts';
import { project } from '../project.ts';
import { Answers, unanswered } from './answers.ts';
import { ApplicationRevised, ApplicationSubmitted } from './application.ts';
import { Content } from './content.ts';
import { SupplementAnswered } from './intake.ts';
import { reviseApplication } from './revise-application.ts';
import { submitApplication } from './submit-application.ts';

const hanna = by('hanna');
const claim = (claimed: number) => ({ claimed, justification: 'Tried in two villages.' });
const isr = { combination: claim(4), cooperation: claim(4.5), scales: claim(0), transformation: claim(5) };
const frascati = { novelty: claim(3), creativity: claim(3), uncertainty: claim(4), systematic: claim(2.5), transferability: claim(3) };

describe('the self-assessment', () => {
  const takes = (parts: object) => Content.partial().safeParse(parts).success;

  it('claims a mark for each of the four characteristics and of the five criteria, with a justification', () => {
    expect([takes({ isr }), takes({ frascati })]).toEqual([true, true]);
    const { scales: _, ...three } = isr;
    const { novelty: __, ...four } = frascati;
    expect([takes({ isr: three }), takes({ frascati: four }), takes({ isr: { ...isr, novelty: claim(3) } })]).toEqual([false, false, false]);
    expect(takes({ isr: { ...isr, scales: { claimed: 3, justification: ' ' } } })).toBe(false);
  });

  it.each([-0.5, 0.25, 5.5])('claims no %d', (claimed) => expect(takes({ isr: { ...isr, scales: claim(claimed) } })).toBe(false));

  it('is not asked of everybody', () =>
    draftApplication
      .and(ApplicationRevised(content))
      .when(submitApplication, hanna, {})
      .decides(ApplicationSubmitted({ requested: 10_000_000 })));
});

describe('a revision', () => {
  it('counts, and keeps what was there', async () => {
    const once = await draftApplication.when(reviseApplication, hanna, { isr }).after();
    const twice = await once.when(reviseApplication, hanna, { frascati }).after();
    expect(twice.state(project).application).toMatchObject({ content: { isr, frascati }, revision: { number: 2 } });
  });

  it('after a request for missing pieces says under which, and only as long as it is open', async () => {
    const asked = incomplete.when(reviseApplication, hanna, { summary: 'Premises are shared by turns.' });
    await asked.decides(ApplicationRevised({ summary: 'Premises are shared by turns.', supplement: 1 }));
    const { application } = (await asked.after()).state(project);
    expect(application.revision).toEqual({ number: 2, supplement: 1 });
    expect(application.content).toEqual({ ...content, summary: 'Premises are shared by turns.' });
    await incomplete
      .and(SupplementAnswered({ supplement: 1 }))
      .when(reviseApplication, hanna, { title: 'Late' })
      .refuses('application-not-draft');
  });

  it('after submission leaves the amount asked for and the balance of the financing plan', async () => {
    await incomplete.when(reviseApplication, hanna, { requested: 9_000_000 }).refuses('requested-is-fixed', { requested: 10_000_000 });
    await incomplete.when(reviseApplication, hanna, { requested: 10_000_000 }).decides(ApplicationRevised({ requested: 10_000_000, supplement: 1 }));
    const needs = (amount: number) => ({ budget: { needs: [{ label: 'Staff', amount }], resources: [] } });
    await incomplete
      .when(reviseApplication, hanna, needs(10_000_001))
      .refuses('financing-not-balanced', { needs: 10_000_001, resources: 10_000_000 });
    await incomplete.when(reviseApplication, hanna, needs(10_000_000)).decides(ApplicationRevised({ ...needs(10_000_000), supplement: 1 }));
  });

  it('cannot say by itself that it answers a request', () =>
    expect(reviseApplication.data.safeParse({ title: 'A', supplement: 1 }).success).toBe(false));
});

describe('answers to the programme’s form', () => {
  const form = {
    type: 'object' as const,
    required: ['territory', 'places'],
    properties: {
      territory: { type: 'object', required: ['name', 'inhabitants'], properties: { name: {}, inhabitants: {} } },
      places: { type: 'array' },
      remarks: { type: 'object', required: ['text'], properties: { text: {} } },
      partners: {},
    },
  };
  const territory = { name: 'Nulle-Part', inhabitants: 0 };

  it('may be left out where there is no form', () => expect(unanswered(undefined, {})).toEqual([]));

  it('are named by section and question where the form requires them and they are empty', () => {
    expect(unanswered(form)).toEqual(['territory', 'places']);
    expect(unanswered(form, { territory: { name: '' }, places: [] })).toEqual(['places', 'territory.name', 'territory.inhabitants']);
    expect(unanswered(form, { territory, places: ['Market hall'], remarks: {} })).toEqual(['remarks.text']);
    expect(unanswered(form, { territory, places: [false], partners: ['A'] })).toEqual([]);
  });

  it('are completed section by section; one that is null is taken back', async () => {
    const first = await draftApplication.when(reviseApplication, hanna, { answers: { territory, remarks: 'None.' } }).after();
    const second = await first.when(reviseApplication, hanna, { answers: { places: ['Market hall'], remarks: null } }).after();
    expect(second.state(project).application.content.answers).toEqual({ territory, places: ['Market hall'] });
  });

  it('are looked at when the application is handed in, by the policy in force', async () => {
    const policy = Policy.parse({ applicationForm: form });
    const asking = draftApplication
      .andOn('programme-breakthrough', PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-01-01', policy }))
      .and(ApplicationRevised({ ...content, answers: { territory } }));
    await asking.when(submitApplication, hanna, {}).refuses('application-incomplete', { missing: ['places'] });
    await asking
      .and(ApplicationRevised({ answers: { places: ['Market hall'] } }))
      .when(submitApplication, hanna, {})
      .decides(ApplicationSubmitted({ requested: 10_000_000 }));
  });

  it('are plain values, no deeper than a table in a section', () => {
    const takes = (answers: unknown) => Answers.safeParse(answers).success;
    expect(takes({ plan: { years: [{ year: 2027, places: ['A', 'B'] }], total: 3, open: true, none: null } })).toBe(true);
    expect(takes({ plan: { years: [{ year: { deep: { deeper: 1 } } }] } })).toBe(false);
    expect(takes({ constructor: 1 })).toBe(false);
    expect(takes({ 'no spaces': 1 })).toBe(false);
    expect(Answers.parse(JSON.parse('{"plan":{"__proto__":{"a":1}}}'))).toEqual({ plan: {} });
  });

  it('take no more room than they may', () => {
    const text = (characters: number) => ({ s: Array.from({ length: Math.ceil(characters / 8000) }, () => 'x'.repeat(8000)) });
    expect(Answers.safeParse(text(192_000)).success).toBe(true);
    expect(Answers.safeParse(text(200_000)).success).toBe(false);
  });

  it('are never left out once every required one is given, whatever else the form has', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 12 }), fc.nat({ max: 12 }), (names, given) => {
        const answers = Object.fromEntries(names.slice(0, given).map((name) => [name, 'yes']));
        const all = { required: names, properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])) };
        expect(unanswered(all, answers)).toEqual(names.slice(given));
      }),
    ));
});
