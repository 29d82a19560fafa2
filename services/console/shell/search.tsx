import '@mantine/spotlight/styles.layer.css';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, type SpotlightActionGroupData, spotlight } from '@mantine/spotlight';
import { IconBriefcase, IconBuilding, IconFileText, IconFlag, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { read } from '../api/read.ts';
import { useMe } from '../api/session.ts';
import { destinations } from '../pages/areas.ts';
import { useFormat } from '../ui/format.ts';
import { pageOf } from '../ui/things.ts';

const groups = { call: 'calls', project: 'projects', organisation: 'organisations', programme: 'programmes' } as const;
const icons = { call: IconFileText, project: IconBriefcase, organisation: IconBuilding, programme: IconFlag } as const;
type Kind = keyof typeof groups;

/** Everything by its title or id, and every page; opened each time that the count goes up. */
export function Search({ opened }: { readonly opened: number }) {
  const { t } = useTranslation(['shell', 'terms']);
  const { text } = useFormat();
  const navigate = useNavigate();
  const { roles } = useMe();
  const [query, setQuery] = useState('');
  const [calm] = useDebouncedValue(query.trim(), 150);
  const { data } = useQuery({ ...read('/v1/search', { query: { q: calm } }), enabled: calm.length >= 2, placeholderData: keepPreviousData });
  useEffect(() => {
    if (opened > 0) spotlight.open();
  }, [opened]);

  const hits = calm.length >= 2 ? (data?.items ?? []) : [];
  const found = (Object.keys(groups) as Kind[]).map((kind): SpotlightActionGroupData => {
    const Icon = icons[kind];
    return {
      group: t(`search.${groups[kind]}`),
      actions: hits
        .filter((hit) => hit.kind === kind)
        .map(({ id, title, stage }) => ({
          id: `${kind}/${id}`,
          label: text(title),
          description: stage ? t(`terms:stage.${stage as 'draft'}`) : id,
          leftSection: <Icon size={18} aria-hidden />,
          onClick: () => void navigate(pageOf(kind, id)),
        })),
    };
  });
  const wanted = query.trim().toLowerCase();
  const pages: SpotlightActionGroupData = {
    group: t('search.pages'),
    actions: destinations
      .filter((one) => (!one.roles || one.roles.some((role) => roles.includes(role))) && t(`nav.${one.label}`).toLowerCase().includes(wanted))
      .map(({ to, label, icon: Icon }) => ({
        id: to,
        label: t(`nav.${label}`),
        leftSection: <Icon size={18} aria-hidden />,
        onClick: () => void navigate(to),
      })),
  };
  return (
    <Spotlight
      actions={[...found, pages].filter(({ actions }) => actions.length > 0)}
      filter={(_, actions) => actions}
      query={query}
      onQueryChange={setQuery}
      nothingFound={calm.length < 2 ? t('search.start') : t('search.nothing')}
      shortcut={null}
      aria-label={t('search.open')}
      centered={false}
      yOffset={90}
      scrollable
      maxHeight={460}
      searchProps={{ leftSection: <IconSearch size={18} aria-hidden />, placeholder: t('search.placeholder'), 'aria-label': t('search.open') }}
    />
  );
}
