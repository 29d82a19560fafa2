import type { World } from '../../kernel/testing/given-when-then.ts';
import { programmeStory } from '../../testing/stories.ts';
import { OrganisationRegistered } from '../organisation.ts';

const registered = (name: string) => OrganisationRegistered({ name: { fr: name, en: name }, administrator: 'presidency' });

/** An association beside the authority, and the group that it may be of. */
export const association: World = programmeStory
  .andOn('organisation-groupe-exemple', registered('Groupe Exemple'))
  .of('organisation-ateliers')
  .and(registered('Les Ateliers de Nulle-Part'));
