import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Answer, useNeeded } from '../../api/read.ts';
import { useHolds } from '../../api/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { newFormOf } from '../../ui/things.ts';
import { stageColours } from './sitting.ts';
import classes from './sittings.module.css';

type Listed = Answer<'/v1/sittings'>['items'][number];

/** The sittings of the committee: those to come and under way, then those that were held. */
export function SittingsPage() {
  const { t } = useTranslation(['sitting', 'shell']);
  const { items } = useNeeded('/v1/sittings');
  const convenes = useHolds('administrator', 'committee-chair');
  const isAhead = ({ stage }: Listed) => stage === 'convened' || stage === 'open';
  const groups = [
    { name: 'ahead', here: items.filter(isAhead).toReversed() },
    { name: 'past', here: items.filter((one) => !isAhead(one)) },
  ] as const;
  const convene = convenes && (
    <Button component={Link} to={newFormOf('sitting', 'convene-sitting')} leftSection={<IconPlus size={16} aria-hidden />}>
      {t('sitting:convene')}
    </Button>
  );
  return (
    <Page title={t('shell:nav.sittings')} actions={convene}>
      {items.length === 0 && (
        <Empty icon={IconUsersGroup} title={t('sitting:none.title')} text={t('sitting:none.text')}>
          {convene}
        </Empty>
      )}
      <Stack gap="xl">
        {groups.map(
          ({ name, here }) =>
            here.length > 0 && (
              <section key={name} aria-labelledby={name}>
                <Title order={2} size="h3" id={name} mb="sm">
                  {t(`sitting:${name}`)}
                </Title>
                <Paper p={0}>
                  <ul className={classes.list}>
                    {here.map((one) => (
                      <Line key={one.sitting} of={one} />
                    ))}
                  </ul>
                </Paper>
              </section>
            ),
        )}
      </Stack>
    </Page>
  );
}

function Line({ of: { sitting, stage, heldAt, programmeName, callTitle, items, concluded, voice } }: { readonly of: Listed }) {
  const { t } = useTranslation('sitting');
  const { text, moment, distance } = useFormat();
  return (
    <li className={classes.line}>
      <div>
        <Anchor component={Link} to={`/sittings/${encodeURIComponent(sitting)}`} fw={620}>
          {t('on', { at: moment(heldAt) })}
        </Anchor>
        <Text size="sm" c="dimmed">
          {callTitle ? text(callTitle) : text(programmeName)} · {t('items', { count: items })}
          {concluded > 0 && ` · ${t('concludedOf', { count: concluded })}`}
        </Text>
      </div>
      <Group gap="xs" className={classes.standing}>
        {voice && <Badge color="gray">{t(`voice.${voice}`)}</Badge>}
        <Badge color={stageColours[stage]}>{t(`stage.${stage}`)}</Badge>
        {stage === 'convened' && (
          <Text size="xs" c="dimmed">
            {distance(heldAt)}
          </Text>
        )}
      </Group>
    </li>
  );
}
