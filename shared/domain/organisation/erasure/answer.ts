import type { DecisionOf } from '../../kernel/decision.ts';
import type { ErasureAnswered } from './erasures.ts';
import { heldUntil, wordsOf } from './holds.ts';

type Answer = DecisionOf<typeof ErasureAnswered>['data'];
type Language = 'fr' | 'en';

const words = {
  fr: {
    received: (day: string) => `Vous avez demandé l’effacement des données qui vous concernent ; votre demande nous est parvenue le ${day}.`,
    all: 'Il y est fait droit : toutes ces données sont désormais illisibles, ici comme dans tout ce qui a été transmis à partir d’ici.',
    part: 'Vos coordonnées (courriel, téléphone) sont désormais illisibles. Le reste doit être conservé, pour les motifs suivants (RGPD, article 17, paragraphe 3) :',
    kept: 'Ces données doivent être conservées, pour les motifs suivants (RGPD, article 17, paragraphe 3) :',
    hold: (what: string, thing: string, article: string, until?: string) =>
      `– ${what} (${thing}) ; ${article} ; ${until === undefined ? 'le délai n’a pas commencé à courir' : `jusqu’au ${until}`}.`,
    until: (day: string) => `Elles seront effacées après le ${day}, sur nouvelle demande.`,
    complaint:
      'Vous pouvez introduire une réclamation auprès de la CNIL, 3 place de Fontenoy, 75007 Paris (RGPD, article 77), ou saisir le juge (article 79).',
  },
  en: {
    received: (day: string) => `You asked for the data about you to be erased; your request reached us on ${day}.`,
    all: 'It is granted: all of it can no longer be read, neither here nor in anything that was passed on from here.',
    part: 'How to reach you (e-mail, telephone) can no longer be read. The rest has to be kept, for these reasons (GDPR, article 17(3)):',
    kept: 'It has to be kept, for these reasons (GDPR, article 17(3)):',
    hold: (what: string, thing: string, article: string, until?: string) =>
      `– ${what} (${thing}); ${article}; ${until === undefined ? 'the period has not begun yet' : `until ${until}`}.`,
    until: (day: string) => `It will be erased after ${day}, when you ask again.`,
    complaint: 'You can lodge a complaint with the CNIL, 3 place de Fontenoy, 75007 Paris (GDPR, article 77), or go to court (article 79).',
  },
} as const;

/** The reasoned answer to a request for erasure (GDPR, article 12(3) and (4)), paragraph by paragraph. */
export function erasureAnswer({ receivedOn, erased, subject, holds }: Answer, language: Language): readonly string[] {
  const say = words[language];
  const end = heldUntil(holds);
  const outcome = erased.includes(subject) ? say.all : erased.length > 0 ? say.part : say.kept;
  return [
    say.received(receivedOn),
    outcome,
    ...holds.map((hold) => say.hold(wordsOf(hold)[language], hold.thing, hold.article, hold.until)),
    ...(holds.length > 0 && end !== undefined ? [say.until(end)] : []),
    ...(holds.length > 0 ? [say.complaint] : []),
  ];
}
