import { ActionIcon, Button, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

const Search = lazy(async () => ({ default: (await import('./search.tsx')).Search }));

/** The way to everything, by Ctrl-K from anywhere. Its code comes when it is first opened. */
export function SearchButton() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(0);
  const open = () => setOpened((count) => count + 1);
  useHotkeys([['mod+K', open]], []);
  return (
    <>
      <Button
        variant="default"
        fw={450}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={<Kbd size="xs">{t('search.keys')}</Kbd>}
        onClick={open}
        visibleFrom="sm"
      >
        {t('search.open')}
      </Button>
      <ActionIcon variant="default" size="lg" onClick={open} hiddenFrom="sm" aria-label={t('search.open')}>
        <IconSearch size={18} aria-hidden />
      </ActionIcon>
      {opened > 0 && (
        <Suspense>
          <Search opened={opened} />
        </Suspense>
      )}
    </>
  );
}
