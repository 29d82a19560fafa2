import { Stack, Switch } from '@mantine/core';
import { IconCoins } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useNeeded } from '../../api/read.ts';
import { useMe } from '../../api/session.ts';
import { Boundary } from '../../ui/boundary.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { ProgrammeChoice, useProgramme } from '../programme/programme-choice.tsx';
import { Agreements } from './agreements.tsx';
import { standingFor } from './pending.ts';
import { PolicyDrafts } from './policy-drafts.tsx';
import { Queue } from './queue.tsx';

/** What waits for a second person: payments, agreements, drafts of the policy. */
export function PaymentsPage() {
  const { t } = useTranslation('oversight');
  const programme = useProgramme();
  if (!programme)
    return (
      <Page title={t('payments.title')}>
        <Empty icon={IconCoins} title={t('noProgramme')} text={t('noProgrammeText')} />
      </Page>
    );
  return <Waiting programme={programme.programme} />;
}

function Waiting({ programme }: { readonly programme: string }) {
  const { t } = useTranslation('oversight');
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const { items, currency } = useNeeded('/v1/programmes/{id}/payments', { path: { id: programme } });
  const isMine = search.get('mine') === 'yes';
  const mine = items.filter((pending) => standingFor(me, pending) === 'yours');
  return (
    <Page
      title={t('payments.title')}
      lead={t('payments.lead', { count: items.length })}
      actions={
        <>
          <Switch
            label={t('payments.mine', { count: mine.length })}
            checked={isMine}
            onChange={({ currentTarget: { checked } }) =>
              setSearch((before) => {
                if (checked) before.set('mine', 'yes');
                else before.delete('mine');
                return before;
              })
            }
          />
          <ProgrammeChoice chosen={programme} />
        </>
      }
    >
      <Stack gap="xl">
        <Queue items={isMine ? mine : items} currency={currency} />
        <Boundary>
          <PolicyDrafts programme={programme} />
        </Boundary>
        <Boundary>
          <Agreements programme={programme} />
        </Boundary>
      </Stack>
    </Page>
  );
}
