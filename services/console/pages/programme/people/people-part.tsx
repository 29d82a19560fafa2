import { Badge, Button, Group, NativeSelect, Paper, Table, Text, TextInput } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useHolds } from '../../../api/session.ts';
import { useFormat } from '../../../ui/format.ts';
import { ProblemNote } from '../../../ui/problem.tsx';
import { formOf } from '../../../ui/things.ts';
import classes from '../policy/policy.module.css';
import { HeldRole } from './held-role.tsx';
import { Lent } from './lent.tsx';
import { NewRole } from './new-role.tsx';
import { roles } from './roles.ts';
import { type Held, type Person, usePeople } from './use-people.ts';
import { useRoles } from './use-roles.ts';

/** Who holds which role here: those of this programme are given and taken at once, and taken back as easily. */
export function PeoplePart() {
  const { id = '' } = useParams();
  const { t } = useTranslation('programme');
  const isAdministrator = useHolds('administrator');
  const { everybody, delegations, invitations } = usePeople(id);
  const changes = useRoles(id);
  const [wanted, setWanted] = useState('');
  const shown = everybody.filter(({ person, topics }) => [person, ...topics].some((said) => said.includes(wanted.trim().toLowerCase())));
  return (
    <>
      {changes.problem !== undefined && <ProblemNote error={changes.problem} />}
      {isAdministrator && <NewRole busy={changes.busy} onGrant={changes.grant} />}
      <Group justify="space-between" align="flex-end" mb="sm" className="no-print">
        <TextInput label={t('people.find')} value={wanted} onChange={({ currentTarget }) => setWanted(currentTarget.value)} w={320} />
        {isAdministrator && (
          <Button
            component={Link}
            variant="default"
            to={formOf('programme', id, 'invite-person')}
            leftSection={<IconMailForward size={16} aria-hidden />}
          >
            {t('people.invite')}
          </Button>
        )}
      </Group>
      <Paper p={0} className={classes.scroll} mb="xl">
        <Table miw={640}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('people.person')}</Table.Th>
              <Table.Th>{t('people.roles')}</Table.Th>
              <Table.Th>{t('people.topics')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((person) => (
              <Line key={person.person} person={person} changes={isAdministrator ? changes : undefined} />
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
      <Lent delegations={delegations} invitations={invitations} />
    </>
  );
}

function Line({
  person: { person, everywhere, here, topics },
  changes,
}: {
  readonly person: Person;
  readonly changes: ReturnType<typeof useRoles> | undefined;
}) {
  const { t } = useTranslation(['programme', 'terms']);
  const { day } = useFormat();
  const named = ({ role, until, ended }: Held): string => {
    const name = t(`terms:role.${role}`);
    if (until === undefined) return name;
    return t(ended ? 'programme:people.ended' : 'programme:people.until', { role: name, day: day(until) });
  };
  const free = roles.filter((role) => ![...everywhere, ...here].some((held) => held.role === role && !held.ended));
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={560}>
        {person}
      </Table.Th>
      <Table.Td>
        <Group gap={6}>
          {everywhere.map((held) => (
            <Badge key={held.role} color="gray" {...(held.ended && { td: 'line-through' })}>
              {named(held)} · {t('programme:people.everywhere')}
            </Badge>
          ))}
          {here.map((held) => (
            <HeldRole
              key={held.role}
              label={named(held)}
              ended={held.ended}
              remove={changes && !held.ended ? t('programme:people.revoke', { role: t(`terms:role.${held.role}`), person }) : undefined}
              onRemove={() => changes?.revoke(person, held)}
            />
          ))}
          {changes && (
            <NativeSelect
              size="xs"
              aria-label={t('programme:people.grantTo', { person })}
              value=""
              disabled={changes.busy}
              data={[{ value: '', label: t('programme:people.addRole') }, ...free.map((role) => ({ value: role, label: t(`terms:role.${role}`) }))]}
              onChange={({ currentTarget }) => {
                const role = roles.find((one) => one === currentTarget.value);
                if (role) changes.grant(person, { role });
              }}
            />
          )}
        </Group>
      </Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed">
          {topics.join(', ')}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
