import type { accessibility } from './fr/accessibility.ts';
import type { application } from './fr/application.ts';
import type { audit } from './fr/audit.ts';
import type { call } from './fr/call.ts';
import type { criteria } from './fr/criteria.ts';
import type { experiment } from './fr/experiment.ts';
import type { fields } from './fr/fields.ts';
import type { following } from './fr/following.ts';
import type { forms } from './fr/forms.ts';
import type { funder } from './fr/funder.ts';
import type { gate } from './fr/gate.ts';
import type { home } from './fr/home.ts';
import type { oversight } from './fr/oversight.ts';
import type { policy } from './fr/policy.ts';
import type { portfolio } from './fr/portfolio.ts';
import type { programme } from './fr/programme.ts';
import type { project } from './fr/project.ts';
import type { review } from './fr/review.ts';
import type { reviewers } from './fr/reviewers.ts';
import type { selection } from './fr/selection.ts';
import type { shell } from './fr/shell.ts';
import type { sitting } from './fr/sitting.ts';
import type { srl } from './fr/srl.ts';
import type { system } from './fr/system.ts';
import type { terms } from './fr/terms.ts';
import type { trial } from './fr/trial.ts';

/** The texts of the console by area, as French has them; English has the same keys. A new area is one line here and a file a language. */
export interface Words {
  application: typeof application;
  shell: typeof shell;
  system: typeof system;
  experiment: typeof experiment;
  following: typeof following;
  terms: typeof terms;
  home: typeof home;
  forms: typeof forms;
  fields: typeof fields;
  portfolio: typeof portfolio;
  project: typeof project;
  call: typeof call;
  criteria: typeof criteria;
  audit: typeof audit;
  programme: typeof programme;
  policy: typeof policy;
  oversight: typeof oversight;
  reviewers: typeof reviewers;
  funder: typeof funder;
  accessibility: typeof accessibility;
  review: typeof review;
  sitting: typeof sitting;
  selection: typeof selection;
  srl: typeof srl;
  gate: typeof gate;
  trial: typeof trial;
}

export type Area = keyof Words;
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** The same keys with a text each: what another language has to be. */
export type Same<Texts> = { readonly [Key in keyof Texts]: Texts[Key] extends string ? string : Same<Texts[Key]> };
