import { Fieldset, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Role, roles, type TargetSystem, type Work } from './system.ts';

export interface WorkRolesProps {
  readonly system: TargetSystem;
  readonly work: Work;
  readonly put: (changed: Pick<Work, 'roles' | 'contributors'>) => void;
}

type Standing = Role | 'contributor' | '';

const standingIn = ({ roles: held, contributors }: Work, actor: string): Standing =>
  held.find((one) => one.actor === actor)?.role ?? (contributors.includes(actor) ? 'contributor' : '');

/** The part that each stakeholder has in a work: a key role, one shared with others, a marginal one, a contribution, or none. */
export function WorkRoles({ system, work, put }: WorkRolesProps) {
  const { t } = useTranslation('system');
  const choose = (actor: string, standing: string) => {
    const others = work.roles.filter((one) => one.actor !== actor);
    const contributors = work.contributors.filter((one) => one !== actor);
    const role = roles.find((one) => one === standing);
    put({
      roles: role ? [...others, { actor, role }] : others,
      contributors: standing === 'contributor' ? [...contributors, actor] : contributors,
    });
  };
  if (system.stakeholders.length === 0) return null;
  return (
    <Fieldset legend={t('roles')} id="part-roles" p="sm">
      <Stack gap={6}>
        {system.stakeholders.map(({ id, title }) => (
          <Group key={id} justify="space-between" wrap="nowrap" gap="xs">
            <Text size="sm" id={`actor-${id}`}>
              {title}
            </Text>
            <NativeSelect
              size="xs"
              aria-labelledby={`actor-${id}`}
              value={standingIn(work, id)}
              onChange={({ currentTarget: { value } }) => choose(id, value)}
              data={['', ...roles, 'contributor'].map((value) => ({ value, label: value === '' ? '–' : t(`role.${value as Role}`) }))}
              w="10rem"
            />
          </Group>
        ))}
      </Stack>
    </Fieldset>
  );
}
