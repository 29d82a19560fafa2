import type { Told } from './told.ts';

/** Decisions on organisations, as a line in a list. */
export const organisation = {
  'organisation-registered': { en: 'Organisation registered', fr: 'Organisation enregistrée' },
  'role-granted': { en: 'Role granted', fr: 'Rôle attribué' },
  'role-revoked': { en: 'Role revoked', fr: 'Rôle retiré' },
  'role-delegated': { en: 'Role delegated', fr: 'Rôle délégué' },
  'delegation-ended': { en: 'Delegation ended', fr: 'Fin d’une délégation' },
  'person-invited': { en: 'Somebody invited to a role', fr: 'Invitation à un rôle' },
  'invitation-accepted': { en: 'Invitation accepted', fr: 'Invitation acceptée' },
  'invitation-withdrawn': { en: 'Invitation withdrawn', fr: 'Invitation retirée' },
  'service-admitted': { en: 'Service account admitted', fr: 'Compte de service admis' },
  'service-dismissed': { en: 'Service account dismissed', fr: 'Compte de service révoqué' },
  'organisation-identified': { en: 'Organisation identified by its registration number', fr: 'Organisation identifiée par son numéro SIRET ou RNA' },
  'account-registered': { en: 'Bank account registered, awaiting confirmation', fr: 'RIB enregistré, à confirmer' },
  'account-confirmed': { en: 'Bank account confirmed', fr: 'RIB confirmé' },
  'account-closed': { en: 'Bank account closed', fr: 'Compte clos' },
  'signatory-named': { en: 'Signatory named', fr: 'Signataire désigné' },
  'signatory-ended': { en: 'Signatory’s power ended', fr: 'Fin du pouvoir d’un signataire' },
  'declaration-made': { en: 'Declaration made', fr: 'Déclaration sur l’honneur' },
  'aid-declared': { en: 'Aid received declared', fr: 'Aide reçue déclarée' },
  'aid-reduced': { en: 'Aid reduced', fr: 'Aide réduite' },
  'aid-cancelled': { en: 'Aid cancelled', fr: 'Aide annulée' },
  'undertaking-joined': { en: 'Joined a single undertaking', fr: 'Rattachée à une entreprise unique' },
  'undertaking-left': { en: 'Left a single undertaking', fr: 'Détachée d’une entreprise unique' },
  'undertaking-member-joined': { en: 'Another organisation joined the single undertaking', fr: 'Une organisation rejoint l’entreprise unique' },
  'undertaking-member-left': { en: 'Another organisation left the single undertaking', fr: 'Une organisation quitte l’entreprise unique' },
} satisfies Told;
