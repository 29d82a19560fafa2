import type { ApplicationFile, Field } from './file.ts';

/** The sections of an application in the order in which they are filled in; the last word of their addresses. */
export const sectionNames = ['project', 'works', 'budget', 'breakthrough', 'research', 'reading', 'form', 'partners', 'pieces', 'hand-in'] as const;
export type SectionName = (typeof sectionNames)[number];

/** Which parts of the content each section writes. */
export const fieldsOf: Readonly<Record<SectionName, readonly Field[]>> = {
  project: ['title', 'organisation', 'summary', 'finality', 'expectedStart'],
  works: ['works'],
  budget: ['budget', 'requested'],
  breakthrough: ['isr'],
  research: ['frascati'],
  reading: ['selfAssessment'],
  form: ['answers'],
  partners: [],
  pieces: [],
  'hand-in': [],
};

export const sectionOf = (field: string): SectionName => sectionNames.find((name) => fieldsOf[name].includes(field as Field)) ?? 'hand-in';

/** The sections of an application: the programme's own form only where it has one. */
export const sectionsOf = ({ asked }: Pick<ApplicationFile, 'asked'>): readonly SectionName[] =>
  sectionNames.filter((name) => name !== 'form' || asked.form !== undefined);

export const applicationOf = (project: string, section?: string, field?: string): string =>
  `/projects/${encodeURIComponent(project)}/application${section ? `/${section}` : ''}${field ? `#${field}` : ''}`;
