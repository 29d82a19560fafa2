/** Somebody to sign in as in the demonstration: a role, not an invented person. */
export interface Persona {
  /** The subject of its tokens; the demonstration gives its roles to these ids. */
  readonly id: string;
  readonly title: { readonly en: string; readonly fr: string };
}

/** The tenant of every persona. */
export const demonstrationTenant = 'demonstration';
/** The secret of every persona's client. It opens nothing but a provider on this machine. */
export const demonstrationSecret = 'demonstration';
/** The client of the console: public, code flow with PKCE. */
export const consoleClient = 'jalon-console';

const persona = (id: string, en: string, fr: string): Persona => ({ id, title: { en: `${en} (demonstration)`, fr: `${fr} (démonstration)` } });

export const personas: readonly Persona[] = [
  persona('administrator', 'Programme administrator', 'Administration du programme'),
  persona('administrator-2', 'Second programme administrator', 'Seconde administration du programme'),
  persona('reviewer-1', 'First reviewer', 'Première évaluation'),
  persona('reviewer-2', 'Second reviewer', 'Deuxième évaluation'),
  persona('reviewer-3', 'Third reviewer', 'Troisième évaluation'),
  persona('committee-member', 'Member of the selection committee', 'Membre du comité de sélection'),
  persona('committee-chair', 'Chair of the selection committee', 'Présidence du comité de sélection'),
  persona('holder', 'Project holder', 'Porteur de projet'),
  persona('accountant', 'Accountant', 'Comptabilité'),
  persona('funder-region', 'Funder: Region', 'Financeur : Région'),
  persona('funder-fse', 'Funder: ESF+', 'Financeur : FSE+'),
  persona('auditor', 'Auditor', 'Audit'),
];

/** A program that acts for an organisation, and not for a person. */
export const serviceClient = {
  id: 'service-client',
  title: { en: 'Service account (demonstration)', fr: 'Compte de service (démonstration)' },
} as const satisfies Persona;
