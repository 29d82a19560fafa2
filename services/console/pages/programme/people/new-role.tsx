import { Button, Group, NativeSelect, Paper, TextInput } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Grant, type Role, roles } from './roles.ts';

/** Gives a role to somebody who may have none yet, with a last day where it has one. */
export function NewRole({ busy, onGrant }: { readonly busy: boolean; readonly onGrant: (person: string, grant: Grant) => void }) {
  const { t } = useTranslation(['programme', 'terms']);
  const [person, setPerson] = useState('');
  const [role, setRole] = useState<Role>('reviewer');
  const [until, setUntil] = useState('');
  return (
    <Paper mb="lg" className="no-print" p="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onGrant(person.trim(), { role, ...(until !== '' && { until }) });
          setPerson('');
        }}
      >
        <Group align="flex-end">
          <TextInput
            label={t('programme:people.person')}
            description={t('programme:people.personHelp')}
            value={person}
            onChange={({ currentTarget }) => setPerson(currentTarget.value)}
          />
          <NativeSelect
            label={t('programme:people.role')}
            value={role}
            data={roles.map((one) => ({ value: one, label: t(`terms:role.${one}`) }))}
            onChange={({ currentTarget }) => setRole(roles.find((one) => one === currentTarget.value) ?? role)}
          />
          <TextInput
            type="date"
            label={t('programme:people.lastDay')}
            value={until}
            onChange={({ currentTarget }) => setUntil(currentTarget.value)}
          />
          <Button type="submit" loading={busy} disabled={person.trim() === ''} leftSection={<IconUserPlus size={16} aria-hidden />}>
            {t('programme:people.grant')}
          </Button>
        </Group>
      </form>
    </Paper>
  );
}
