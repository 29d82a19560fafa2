import { Anchor, Badge, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../../api/read.ts';
import { useFormat } from '../../../ui/format.ts';
import { useTitle } from '../../../ui/use-title.ts';
import classes from './policy.module.css';
import { usePolicyWords } from './use-policy-words.ts';

type Effect = Answer<'/v1/programmes/{id}/policy-drafts/{draft}/comparison'>['calls'][number];
type Place = Effect['places'][number]['before'];
type Planned = Effect['dates'][number]['before'];

/** What a draft would change in each call that is running: dates while it takes applications, places once it is closed. */
export function Effects({ calls }: { readonly calls: readonly Effect[] }) {
  const { t } = useTranslation(['programme', 'terms']);
  const { text } = useFormat();
  const { criterion } = usePolicyWords();
  if (calls.length === 0) return <Text c="dimmed">{t('programme:effect.noCall')}</Text>;
  return (
    <Stack gap="md">
      {calls.map(({ call, title, stage, dates, places, unmarked }) => (
        <Paper key={call} component="article">
          <Group gap="xs" mb={4}>
            <Title order={3}>
              <Anchor component={Link} to={`/calls/${call}`} inherit>
                {text(title)}
              </Anchor>
            </Title>
            <Badge>{t(`terms:stage.${stage as 'open'}`)}</Badge>
          </Group>
          {dates.length + places.length + unmarked.length === 0 && <Text c="dimmed">{t('programme:effect.none')}</Text>}
          {unmarked.length > 0 && <Text size="sm">{t('programme:effect.unmarked', { criteria: unmarked.map(criterion).join(', ') })}</Text>}
          {dates.length > 0 && <Dates dates={dates} />}
          {places.length > 0 && <Places places={places} />}
        </Paper>
      ))}
    </Stack>
  );
}

function Dates({ dates }: Pick<Effect, 'dates'>) {
  const { t } = useTranslation(['programme', 'terms']);
  return (
    <div className={classes.scroll}>
      <Table miw={480} className="tabular">
        <Table.Caption>{t('programme:effect.datesOf')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('programme:effect.due')}</Table.Th>
            <Table.Th>{t('programme:policy.before')}</Table.Th>
            <Table.Th>{t('programme:policy.after')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {dates.map(({ kind, before, after }) => (
            <Table.Tr key={kind}>
              <Table.Th scope="row" fw={520}>
                {t(`terms:due.${kind as 'review'}`)}
              </Table.Th>
              <Table.Td>
                <When planned={before} />
              </Table.Td>
              <Table.Td fw={640}>
                <When planned={after} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** When something is due, and how often the process speaks up about it. */
function When({ planned }: { readonly planned: Planned }) {
  const { t } = useTranslation('programme');
  const { lastDay } = useFormat();
  if (!planned) return t('policy.absent');
  return (
    <>
      {lastDay(planned.due)}
      {planned.steps.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('effect.steps', { count: planned.steps.length })}
        </Text>
      )}
    </>
  );
}

function Places({ places }: Pick<Effect, 'places'>) {
  const { t } = useTranslation('programme');
  return (
    <div className={classes.scroll}>
      <Table miw={480} className="tabular">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('effect.application')}</Table.Th>
            <Table.Th>{t('policy.before')}</Table.Th>
            <Table.Th>{t('policy.after')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {places.map(({ application, before, after }) => (
            <Table.Tr key={application}>
              <Table.Th scope="row" fw={520}>
                <Titled id={application} />
              </Table.Th>
              <Table.Td>
                <PlaceSaid place={before} />
              </Table.Td>
              <Table.Td fw={640}>
                <PlaceSaid place={after} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Titled({ id }: { readonly id: string }) {
  const title = useTitle('project', id);
  return (
    <Anchor component={Link} to={`/projects/${id}`}>
      {title}
    </Anchor>
  );
}

function PlaceSaid({ place }: { readonly place: Place }) {
  const { t } = useTranslation('programme');
  const { number } = useFormat();
  const said = t(`effect.outcome.${place.outcome}`);
  return `${place.rank === undefined ? said : t('effect.ranked', { rank: place.rank, outcome: said })} · ${number(place.total, 1)}`;
}
