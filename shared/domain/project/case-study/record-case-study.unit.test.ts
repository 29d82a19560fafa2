import { describe, expect, it } from 'vitest';
import { by, givenOn } from '../../kernel/testing/given-when-then.ts';
import { ProgrammeCreated } from '../../programme/programme.ts';
import { project } from '../project.ts';
import { SRL_SCALE } from '../srl/scale.ts';
import { CaseStudy, CaseStudyRecorded } from './case-study.ts';
import { recordCaseStudy } from './record-case-study.ts';

const example = CaseStudy.parse(recordCaseStudy.example);
const reading = example.reading;
const world = givenOn(
  'programme-breakthrough',
  ProgrammeCreated({ name: { fr: 'Rupture', en: 'Breakthrough' }, timeZone: 'Europe/Paris', currency: 'EUR', demonstration: true }),
).of('project-workshop');

describe('record-case-study', () => {
  it('records what the source says, with the scale that the level was read on', () =>
    world.when(recordCaseStudy, by('administrator'), example).decides(CaseStudyRecorded({ ...example, scale: SRL_SCALE })));

  it('puts the project outside the award path', async () => {
    const { stage, application, caseStudy } = (await world.when(recordCaseStudy, by('administrator'), example).after()).state(project);
    expect(stage).toBe('case-study');
    expect(application.call).toBe('');
    expect(caseStudy?.reading.reached).toBe(5);
  });

  it('refuses a programme that does not exist', () =>
    givenOn('project-workshop').when(recordCaseStudy, by('administrator'), example).refuses('programme-unknown'));

  it.each([
    ['a level outside its phase', { ...reading, phase: 'concept' as const, reached: 5 }, 'reached'],
    ['a placement between levels that do not follow each other', { ...reading, reached: 5, to: 7 }, 'to'],
    ['a level to consolidate that is not reached', { ...reading, reached: 5, toConsolidate: [6] }, 'toConsolidate'],
  ])('does not accept %s', (_, wrong, path) => {
    const parsed = recordCaseStudy.data.safeParse({ ...example, reading: wrong });
    expect(parsed.error?.issues.map((issue) => issue.path)).toEqual([['reading', path]]);
  });

  it('has no place for marks or amounts', () => {
    const parsed = recordCaseStudy.data.safeParse({ ...example, requested: 100_000 });
    expect(parsed.error?.issues[0]?.code).toBe('unrecognized_keys');
  });
});
