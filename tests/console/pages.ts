/** A page of the console as its tests visit it: as whom, where, and the name of its picture in the guide. A new page is a line here. */
export interface Visited {
  readonly name: string;
  readonly persona: string;
  readonly path: string;
}

export const pages: readonly Visited[] = [
  { name: 'my-work', persona: 'administrator', path: '/' },
  { name: 'portfolio', persona: 'administrator', path: '/portfolio' },
  { name: 'portfolio-map', persona: 'administrator', path: '/portfolio?show=map' },
  { name: 'calls', persona: 'administrator', path: '/calls' },
  { name: 'call', persona: 'administrator', path: '/calls/exemple-1' },
  { name: 'call-ranking', persona: 'administrator', path: '/calls/exemple-1/ranking' },
  { name: 'call-reviewers', persona: 'administrator', path: '/calls/exemple-3/reviewers' },
  { name: 'call-questions', persona: 'administrator', path: '/calls/exemple-1/questions' },
  { name: 'call-decide', persona: 'administrator', path: '/calls/exemple-1/decide' },
  { name: 'co-funded', persona: 'funder-region', path: '/co-funded' },
  { name: 'decisions', persona: 'funder-region', path: '/decisions' },
  { name: 'accessibility', persona: 'administrator', path: '/accessibility' },
  { name: 'obligations', persona: 'administrator', path: '/obligations' },
  { name: 'payments', persona: 'accountant', path: '/payments' },
  { name: 'budget', persona: 'administrator', path: '/budget' },
  { name: 'programmes', persona: 'administrator', path: '/programmes' },
  { name: 'programme', persona: 'administrator', path: '/programmes/demonstration' },
  { name: 'policy-editor', persona: 'administrator', path: '/programmes/demonstration/policy/new' },
  { name: 'programme-funders', persona: 'administrator', path: '/programmes/demonstration/funders' },
  { name: 'programme-people', persona: 'administrator', path: '/programmes/demonstration/people' },
  { name: 'project', persona: 'administrator', path: '/projects/val-fictif' },
  { name: 'project-srl', persona: 'administrator', path: '/projects/val-fictif/srl' },
  { name: 'project-timeline', persona: 'administrator', path: '/projects/val-fictif/timeline' },
  { name: 'project-decide', persona: 'administrator', path: '/projects/val-fictif/decide' },
  { name: 'decision-form', persona: 'administrator', path: '/do/project/val-fictif/plan-visit' },
  { name: 'journal', persona: 'auditor', path: '/journal' },
  { name: 'apply', persona: 'holder', path: '/calls/exemple-4/apply' },
  { name: 'application', persona: 'holder', path: '/projects/nuage-bleu/application/project' },
  { name: 'application-budget', persona: 'holder', path: '/projects/nuage-bleu/application/budget' },
  { name: 'application-claims', persona: 'holder', path: '/projects/nuage-bleu/application/breakthrough' },
  { name: 'application-pieces', persona: 'holder', path: '/projects/nuage-bleu/application/pieces' },
  { name: 'application-hand-in', persona: 'holder', path: '/projects/nuage-bleu/application/hand-in' },
  { name: 'application-file', persona: 'holder', path: '/projects/pont-invente/application' },
  { name: 'application-receipt', persona: 'holder', path: '/projects/pont-invente/application/receipt' },
  { name: 'project-past', persona: 'auditor', path: '/projects/val-fictif/past' },
];
