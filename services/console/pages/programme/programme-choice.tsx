import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useNeeded } from '../../api/read.ts';
import { useFormat } from '../../ui/format.ts';

/** The programme that a page of several is about: the one in the address, else the first. Undefined where one sees none. */
export function useProgramme() {
  const { items } = useNeeded('/v1/programmes');
  const [search] = useSearchParams();
  return items.find(({ programme }) => programme === search.get('programme')) ?? items[0];
}

/** Chooses among programmes; nothing where there is no choice. */
export function ProgrammeChoice({ chosen }: { readonly chosen: string }) {
  const { t } = useTranslation('programme');
  const { text } = useFormat();
  const { items } = useNeeded('/v1/programmes');
  const [, setSearch] = useSearchParams();
  if (items.length < 2) return null;
  return (
    <NativeSelect
      aria-label={t('choose')}
      value={chosen}
      data={items.map(({ programme, name }) => ({ value: programme, label: text(name) }))}
      onChange={({ currentTarget: { value } }) => setSearch({ programme: value })}
      maw={300}
    />
  );
}
