import { ActionIcon, Button, Group, Menu, TextInput } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.ts';

interface View {
  readonly name: string;
  readonly query: string;
}

/** Filters under a name, kept in the browser by account. */
export function SavedViews({ query, onOpen }: { readonly query: string; readonly onOpen: (query: string) => void }) {
  const { t } = useTranslation('portfolio');
  const { id } = useMe();
  const [views, setViews] = useLocalStorage<readonly View[]>({ key: `jalon.views.${id}`, defaultValue: [] });
  const [name, setName] = useState('');
  const save = () => {
    setViews((before) => [...before.filter((view) => view.name !== name), { name, query }]);
    setName('');
  };
  return (
    <Menu position="bottom-start" width={300} closeOnItemClick>
      <Menu.Target>
        <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />}>
          {t('views')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {views.map((view) => (
          <Group key={view.name} wrap="nowrap" gap={4}>
            <Menu.Item onClick={() => onOpen(view.query)}>{view.name}</Menu.Item>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('removeView', { name: view.name })}
              onClick={() => setViews((before) => before.filter((other) => other !== view))}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) save();
          }}
        >
          <Group p="xs" gap="xs">
            <TextInput label={t('viewName')} value={name} onChange={({ currentTarget: { value } }) => setName(value)} size="sm" />
            <Button type="submit" size="sm" disabled={!name.trim()}>
              {t('save')}
            </Button>
          </Group>
        </form>
      </Menu.Dropdown>
    </Menu>
  );
}
