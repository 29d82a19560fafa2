import { Button, Group, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { IconBuildingBank, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useNeeded, useRead } from '../../../api/read.ts';
import { useHolds, useMe } from '../../../api/session.ts';
import { useFieldWords } from '../../../forms/use-field-words.ts';
import { Empty } from '../../../ui/empty.tsx';
import { useFormat } from '../../../ui/format.ts';
import { formOf } from '../../../ui/things.ts';

/** Who puts money into the programme, until when it can be spent, and where each is told of decisions. */
export function FundersPart() {
  const { id = '' } = useParams();
  const { t } = useTranslation('programme');
  const { text, day } = useFormat();
  const words = useFieldWords();
  const me = useMe();
  const isAdministrator = useHolds('administrator');
  const { funders } = useNeeded('/v1/programmes/{id}', { path: { id } });
  // Addresses are opened for those who may know them; others are shown none.
  const addressed = useRead('/v1/programmes/{id}/funders', { path: { id } });
  const add = isAdministrator && (
    <Button component={Link} to={formOf('programme', id, 'add-funder')} leftSection={<IconPlus size={16} aria-hidden />}>
      {t('funder.add')}
    </Button>
  );
  if (funders.length === 0)
    return (
      <Empty icon={IconBuildingBank} title={t('funder.none')} text={t('funder.noneText')}>
        {add}
      </Empty>
    );
  return (
    <>
      <SimpleGrid cols={{ base: 1, md: 2 }} mb="md">
        {funders.map(({ funder, name, kind, eligibleUntil }) => {
          const told = addressed.data?.funders.find((one) => one.funder === funder);
          const email = told?.email && 'text' in told.email ? told.email.text : undefined;
          const notify = { ...(email && { email }), ...(told?.webhook && { webhook: told.webhook }) };
          const terms = { funder, notify, ...(eligibleUntil && { eligibleUntil }) };
          return (
            <Paper key={funder} component="article">
              <Group justify="space-between" align="flex-start">
                <div>
                  <Title order={2} size="h4">
                    {text(name)}
                  </Title>
                  <Text size="sm" c="dimmed">
                    {words.choice(kind, 'kind')}
                  </Text>
                </div>
                {isAdministrator && (
                  <Button
                    component={Link}
                    size="xs"
                    variant="default"
                    to={`${formOf('programme', id, 'set-funder-terms')}?with=${encodeURIComponent(JSON.stringify(terms))}`}
                  >
                    {t('funder.terms')}
                    <span className="visually-hidden"> {text(name)}</span>
                  </Button>
                )}
              </Group>
              <Text size="sm" mt="sm">
                {eligibleUntil ? t('funder.until', { day: day(eligibleUntil) }) : t('funder.noEnd')}
              </Text>
              {told && (
                <Text size="sm">
                  {notify.email ? t('funder.email', { address: notify.email }) : t('funder.noEmail')}
                  <br />
                  {notify.webhook ? t('funder.webhook', { address: notify.webhook }) : t('funder.noWebhook')}
                </Text>
              )}
              {me.funder === funder && (
                <Text size="sm" c="dimmed" mt={4}>
                  {t('funder.you')}
                </Text>
              )}
            </Paper>
          );
        })}
      </SimpleGrid>
      {add}
    </>
  );
}
