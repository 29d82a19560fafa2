import { Text } from '@mantine/core';
import { IconCoins } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNeeded } from '../../api/read.ts';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { ProgrammeChoice, useProgramme } from '../programme/programme-choice.tsx';
import { ByCall } from './by-call.tsx';
import { ByFunder } from './by-funder.tsx';
import { ExposureByLevel } from './exposure.tsx';
import { Figures } from './figures.tsx';
import { Forecast } from './forecast.tsx';

/** The budget of a programme, worked out for today; a funder sees its own share of it. */
export function BudgetPage() {
  const { t } = useTranslation(['oversight', 'shell']);
  const programme = useProgramme();
  if (!programme)
    return (
      <Page title={t('shell:nav.budget')}>
        <Empty icon={IconCoins} title={t('oversight:noProgramme')} text={t('oversight:noProgrammeText')} />
      </Page>
    );
  return <Budget programme={programme.programme} />;
}

function Budget({ programme }: { readonly programme: string }) {
  const { t } = useTranslation(['oversight', 'shell']);
  const budget = useNeeded('/v1/programmes/{id}/budget', { path: { id: programme } });
  const { currency, projects, funders, lines, exposure } = budget;
  return (
    <Page
      title={t('shell:nav.budget')}
      lead={<Text span>{t('oversight:budget.projects', { count: projects })}</Text>}
      actions={<ProgrammeChoice chosen={programme} />}
    >
      {lines.length === 0 ? (
        <Empty icon={IconCoins} title={t('oversight:budget.none')} text={t('oversight:budget.noneText')} />
      ) : (
        <>
          <Figures budget={budget} />
          <ByFunder funders={funders} currency={currency} />
          <ByCall lines={lines} funders={funders} currency={currency} />
          <Forecast funders={funders} currency={currency} />
          {exposure && <ExposureByLevel exposure={exposure} currency={currency} />}
        </>
      )}
    </Page>
  );
}
