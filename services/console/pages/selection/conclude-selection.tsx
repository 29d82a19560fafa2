import { Badge, Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../forms/confirm.tsx';
import { useFormat } from '../../ui/format.ts';
import { told } from '../../ui/told.ts';
import type { outcomes, Preview } from './preview.ts';
import classes from './selection.module.css';

interface ConcludeProps {
  readonly call: string;
  readonly preview: Preview;
  readonly currency: string;
  readonly funderName: (funder: string) => string;
}

const colours = { selected: 'green', reserve: 'yellow', 'not-selected': 'gray' } as const;

/** The conclusion, with what it will do: to each application, and to each funder’s part of the envelope. */
export function ConcludeSelection({ call, preview, currency, funderName }: ConcludeProps) {
  const { t } = useTranslation(['selection', 'call']);
  const { money } = useFormat();
  const [opened, { open, close }] = useDisclosure();
  const { ranking, because } = preview;
  const count = (outcome: (typeof outcomes)[number]) => ranking.filter((one) => one.outcome === outcome).length;
  const granted = ranking.filter(({ outcome }) => outcome === 'selected').reduce((sum, { requested }) => sum + requested, 0);
  return (
    <Paper component="section" aria-labelledby="conclude">
      <Title order={2} size="h3" id="conclude" mb="xs">
        {t('selection:conclude.title')}
      </Title>
      <Text size="sm" mb="sm">
        {t('selection:conclude.would', {
          selected: t('selection:count.selected', { count: count('selected') }),
          amount: money(granted, currency),
          reserve: t('selection:count.reserve', { count: count('reserve') }),
          others: t('selection:count.not-selected', { count: count('not-selected') }),
        })}
      </Text>
      <Button onClick={open} disabled={because !== undefined}>
        {t('selection:conclude.open')}
      </Button>
      <Confirm
        command="call/conclude-selection"
        id={call}
        input={{}}
        opened={opened}
        onClose={close}
        title={t('selection:conclude.title')}
        record={t('selection:conclude.record')}
        size="xl"
        onRecorded={() => told(t('selection:conclude.done'))}
      >
        <What preview={preview} currency={currency} funderName={funderName} />
      </Confirm>
    </Paper>
  );
}

function What({ preview: { ranking, envelope }, currency, funderName }: Omit<ConcludeProps, 'call'>) {
  const { t } = useTranslation(['selection', 'call', 'sitting']);
  const { money, number, text } = useFormat();
  return (
    <Stack gap="md">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard */}
      <section className={classes.scrolls} tabIndex={0} aria-label={t('selection:what.applications')}>
        <table className={classes.what}>
          <thead>
            <tr>
              <th scope="col">{t('selection:what.application')}</th>
              <th scope="col">{t('selection:what.outcome')}</th>
              <th scope="col">{t('selection:what.total')}</th>
              <th scope="col">{t('selection:what.amount')}</th>
            </tr>
          </thead>
          <tbody>
            {ranking.map(({ application, title, outcome, rank, total, requested, avis }) => (
              <tr key={application}>
                <th scope="row">
                  {rank !== undefined && `${rank}. `}
                  {text(title)}
                  {avis === 'with-reservations' && (
                    <Text span size="xs" c="dimmed" display="block">
                      {t('selection:what.reserved')}
                    </Text>
                  )}
                </th>
                <td>
                  <Badge color={colours[outcome]}>{t(`selection:becomes.${outcome}`)}</Badge>
                </td>
                <td>{number(total, 2)}</td>
                <td>{outcome === 'selected' ? money(requested, currency) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <table className={classes.what}>
        <caption className="visually-hidden">{t('call:ranking.envelope')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('call:ranking.funder')}</th>
            <th scope="col">{t('call:ranking.amount')}</th>
            <th scope="col">{t('call:ranking.keptBack')}</th>
            <th scope="col">{t('call:ranking.committed')}</th>
            <th scope="col">{t('call:ranking.left')}</th>
          </tr>
        </thead>
        <tbody>
          {envelope.map(({ funder, amount, keptBack, committed }) => (
            <tr key={funder}>
              <th scope="row">{funderName(funder)}</th>
              <td>{money(amount, currency)}</td>
              <td>{money(keptBack, currency)}</td>
              <td>{money(committed, currency)}</td>
              <td>{money(amount - keptBack - committed, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Stack>
  );
}
