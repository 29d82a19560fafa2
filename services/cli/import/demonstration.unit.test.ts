import { commands } from '@jalon/domain';
import { describe, expect, it } from 'vitest';
import { demonstration, isCaseStudy, isTraining } from '../testing/demonstration.ts';
import { beginningNow, planImport } from './plan.ts';

const folder = demonstration();
const now = new Date('2027-03-01T03:00:00Z');
const planned = planImport(folder, beginningNow(now, folder.timeZone), now);
const caseStudies = planned.filter(({ file }) => isCaseStudy(file));

/** The names of all fields anywhere within a value. */
const fieldsOf = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap(fieldsOf)
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, part]) => [name, ...fieldsOf(part)])
      : [];

describe('the demonstration', () => {
  it('fits the shapes of the commands, also when it is imported at night', () => expect(planned.length).toBeGreaterThan(500));

  it('is marked as one', () => {
    const created = planned.filter(({ name }) => name === 'create-programme');
    expect(created.map(({ id }) => id)).toEqual(['demonstration', 'ateliers', 'entrainement']);
    for (const { input } of created) expect(input).toMatchObject({ demonstration: true });
  });

  it('uses every command at least once', () => {
    // An erasure is no history to bring in: `jalon erase` asks for it.
    const used = new Set(['organisation/answer-erasure', ...planned.map(({ kind, name }) => `${kind}/${name}`)]);
    expect(commands.map(({ kind, name }) => `${kind}/${name}`).filter((command) => !used.has(command))).toEqual([]);
  });

  it('names organisations that nobody can take for real', () => {
    const named = planned.flatMap(({ name, input }) =>
      name === 'revise-application' ? [...JSON.stringify(input).matchAll(/"organisation":"([^"]+)"/g)].map(([, organisation]) => organisation) : [],
    );
    expect(named.length).toBeGreaterThanOrEqual(45);
    for (const name of named) expect(name).toMatch(/Exemple|Imaginaire|Modèle|Spécimen|Factice|Maquette|Inventée/);
  });

  it('says of every training project that it is one', () => {
    const written = planned.filter(({ file, name }) => isTraining(file) && name === 'revise-application');
    expect(written.length).toBeGreaterThanOrEqual(5);
    for (const { input } of written) expect(input).toMatchObject({ title: expect.stringMatching(/^Entraînement : /) });
  });
});

describe('the eleven real case studies', () => {
  it('are recorded once each, and nothing else is said of them', () => {
    expect(caseStudies.map(({ name }) => name)).toEqual(Array(11).fill('record-case-study'));
    const streams = new Set(caseStudies.map(({ id }) => `project-${id}`));
    const elsewhere = folder.files.filter(({ file, stream }) => streams.has(stream) && !isCaseStudy(file));
    expect(elsewhere).toEqual([]);
  });

  it('hold no mark, vote, amount or date of a decision', () => {
    const fields = new Set(caseStudies.flatMap(({ input }) => fieldsOf(input)));
    for (const none of ['mark', 'marks', 'score', 'total', 'vote', 'amount', 'requested', 'decidedOn', 'outcome']) expect(fields).not.toContain(none);
    expect(JSON.stringify(caseStudies)).not.toMatch(/€|euros/);
  });

  it('are each read on the scale with a reason, none above the pilot', () => {
    for (const { input } of caseStudies) {
      expect(input).toMatchObject({
        reading: { reason: { fr: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) } },
        source: { document: expect.any(String) },
      });
      expect(input).not.toMatchObject({ reading: { phase: 'institutionalisation' } });
    }
  });
});
