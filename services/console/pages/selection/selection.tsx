import { Alert, Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconHourglass, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNeeded } from '../../api/read.ts';
import { useMe } from '../../api/session.ts';
import { useFormat } from '../../ui/format.ts';
import { RankedLine } from '../call/ranking/ranked-line.tsx';
import classes from '../call/ranking/ranking.module.css';
import { ConcludeSelection } from './conclude-selection.tsx';
import { outcomes } from './preview.ts';
import { TieToSettle } from './tie-to-settle.tsx';

/** The selection of a closed call as it would be concluded now. */
export function Selection({ id }: { readonly id: string }) {
  const { t } = useTranslation(['selection', 'call', 'trial']);
  const { text } = useFormat();
  const { roles } = useMe();
  const preview = useNeeded('/v1/calls/{id}/selection-preview', { path: { id } });
  const { currency, envelope: parts } = useNeeded('/v1/calls/{id}', { path: { id } });
  const { items: possible } = useNeeded('/v1/possible/{kind}/{id}', { path: { kind: 'calls', id } });
  const concludes = possible.some(({ command }) => command === 'conclude-selection');
  const funderName = (funder: string) => {
    const name = parts.find((part) => part.funder === funder)?.name;
    return name ? text(name) : funder;
  };
  const { ranking, because, ties, unjudged } = preview;
  return (
    <Stack gap="lg">
      <Alert color="pine" icon={<IconInfoCircle aria-hidden />}>
        {t('selection:provisional')}{' '}
        <Anchor component={Link} to={`/calls/${id}/what-if`} inherit underline="always">
          {t('trial:see')}
        </Anchor>
      </Alert>
      {because && because.code !== 'ties-to-settle' && (
        <Alert color="yellow" icon={<IconHourglass aria-hidden />} title={t('selection:waits')}>
          <Text size="sm">{text(because.text)}</Text>
        </Alert>
      )}
      {ties.map((tie) => (
        <TieToSettle key={tie.map(({ application }) => application).join()} call={id} tie={tie} mine={roles.includes('committee-chair')} />
      ))}
      {concludes && <ConcludeSelection call={id} preview={preview} currency={currency} funderName={funderName} />}
      {outcomes.map((outcome) => {
        const here = ranking.filter((one) => one.outcome === outcome);
        if (here.length === 0) return null;
        return (
          <section key={outcome} aria-labelledby={outcome}>
            <Title order={2} size="h3" id={outcome} mb="sm">
              {t(`call:ranking.${outcome}`)} <Badge color={outcome === 'selected' ? 'green' : 'gray'}>{here.length}</Badge>
            </Title>
            <Paper p={0}>
              <ol className={classes.list}>
                {here.map((one) => (
                  <RankedLine key={one.application} ranked={one} currency={currency} funderName={funderName} />
                ))}
              </ol>
            </Paper>
          </section>
        );
      })}
      {unjudged.length > 0 && (
        <section aria-labelledby="unjudged">
          <Title order={2} size="h3" id="unjudged" mb="sm">
            {t('selection:unjudged')} <Badge color="yellow">{unjudged.length}</Badge>
          </Title>
          <Paper p="md">
            <Stack gap="xs">
              {unjudged.map(({ application, title, needed }) => (
                <Group key={application} justify="space-between">
                  <Text fw={600}>{text(title)}</Text>
                  <Text size="sm" c="dimmed">
                    {t('selection:needed', { count: needed })}
                  </Text>
                </Group>
              ))}
            </Stack>
          </Paper>
        </section>
      )}
    </Stack>
  );
}
