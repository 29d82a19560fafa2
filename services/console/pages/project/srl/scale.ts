/**
 * The scale's own words, verbatim in French as its licence asks (CC BY-ND 4.0). SRL scale: Ellyx, Université de Poitiers and CNRS, LabCom Destins (ANR), 2023;
 * O. Palluault, J. Omer, M.-T. Pontois, P. Bendjebbar.
 */
export const levelNames = [
  'Besoins et problématisation',
  'Formulation du concept',
  'Validation du concept',
  'Modélisation du système et identification des fonctions clés',
  'Prototypage des fonctions clés',
  'Préparation du démonstrateur',
  'Fonctionnement opérationnel du démonstrateur',
  'Conditions de normalisation du système',
  'Intégration au sein de la société dans son ensemble',
] as const;

/** To be shown wherever the scale is. */
export const attribution =
  'Échelle SRL : Ellyx, Université de Poitiers et CNRS, LabCom Destins (ANR), CC BY-ND 4.0, 2023 ; O. Palluault, J. Omer, M.-T. Pontois, P. Bendjebbar.';
