/** La déclaration d’accessibilité. */
export const accessibility = {
  lead: 'Ce qui a été vérifié dans cette console, comment, et ce qui ne l’a pas été.',
  standing: {
    title: 'État de conformité',
    text: 'La console vise le niveau AA des WCAG 2.2 et le RGAA 4.1. Aucun audit de conformité par un tiers n’a encore été mené : elle ne déclare donc ni conformité totale ni taux de conformité. L’institution qui l’exploite complète cette déclaration après son propre audit.',
  },
  testedTitle: 'Ce qui est vérifié à chaque version',
  tested: {
    axe: 'Les pages listées dans les tests de la console sont parcourues par axe (règles WCAG 2.0 à 2.2, A et AA, et bonnes pratiques), en français et en anglais, en clair et en sombre, dans Chromium.',
    keyboard: 'Un parcours complet, de la recherche à une décision enregistrée, est fait au clavier seul par un test.',
    contrast: 'Les couleurs du thème ont un contraste d’au moins 4,5:1 pour le texte dans les deux apparences.',
    motion: 'Les animations s’arrêtent pour qui demande moins de mouvement.',
    tables: 'Chaque graphique a son tableau, lu par les lecteurs d’écran et imprimé.',
    focus: 'À chaque changement de page, le titre prend le focus ; un lien mène directement au contenu.',
  },
  untestedTitle: 'Ce qui ne l’a pas été',
  untested: {
    readers: 'Aucun parcours n’a été fait avec un lecteur d’écran par une personne qui l’utilise tous les jours.',
    audit: 'Les critères du RGAA que l’automatisation ne couvre pas n’ont pas été examinés un par un.',
    zoom: 'Le grossissement à 400 % et l’espacement de texte imposé n’ont pas de test.',
    documents: 'Les pièces que les candidats déposent ne sont ni vérifiées ni rendues accessibles.',
  },
  tell: {
    title: 'Signaler une difficulté',
    text: 'Écrivez à l’institution qui tient le programme : son adresse figure dans vos notifications. Si aucune réponse ne vous parvient, vous pouvez saisir le Défenseur des droits.',
  },
} as const;
