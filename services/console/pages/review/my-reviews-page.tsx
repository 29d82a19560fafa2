import { Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconClipboardCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Answer, useNeeded } from '../../api/read.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import classes from './my-reviews.module.css';
import { UnderWay } from './under-way.tsx';
import { useUnderWay } from './use-under-way.ts';

type Asked = Answer<'/v1/my-reviews'>['items'][number];

/** What was asked of a reviewer: what is to be written first, then what is in. */
export function MyReviewsPage() {
  const { t } = useTranslation(['review', 'shell']);
  const { items } = useNeeded('/v1/my-reviews');
  const underWay = useUnderWay();
  const groups = [
    { name: 'toWrite', here: items.filter(({ submittedAt }) => !submittedAt) },
    { name: 'written', here: items.filter(({ submittedAt }) => submittedAt) },
  ] as const;
  return (
    <Page title={t('shell:nav.reviews')} lead={t('review:mine.lead', { count: groups[0].here.length })}>
      {items.length === 0 && underWay.length === 0 && (
        <Empty icon={IconClipboardCheck} title={t('review:mine.none')} text={t('review:mine.noneText')} />
      )}
      <Stack gap="xl">
        {underWay.length > 0 && <UnderWay tasks={underWay} />}
        {groups.map(
          ({ name, here }) =>
            here.length > 0 && (
              <section key={name} aria-labelledby={name}>
                <Group gap="xs" mb="sm">
                  <Title order={2} size="h3" id={name}>
                    {t(`review:mine.${name}`)}
                  </Title>
                  <Badge color="gray">{here.length}</Badge>
                </Group>
                <Paper p={0}>
                  <ul className={classes.list}>
                    {here.map((asked) => (
                      <Line key={asked.project} asked={asked} />
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

function Line({ asked: { project, title, organisation, callTitle, requested, currency, dueOn, submittedAt } }: { readonly asked: Asked }) {
  const { t } = useTranslation('review');
  const { text, money, day, distance } = useFormat();
  const about = [organisation, callTitle && text(callTitle), requested !== undefined && t('asked', { amount: money(requested, currency) })];
  const isLate = !submittedAt && Date.parse(dueOn) < Date.now() - 86_400_000;
  return (
    <li className={classes.line}>
      <div>
        <Anchor component={Link} to={`/reviews/${encodeURIComponent(project)}`} fw={620}>
          {text(title)}
        </Anchor>
        <Text size="sm" c="dimmed">
          {about.filter(Boolean).join(' · ')}
        </Text>
      </div>
      <div className={classes.when}>
        {submittedAt ? (
          <Badge color="green">{t('submittedOn', { day: day(submittedAt) })}</Badge>
        ) : (
          <>
            <Text size="sm" fw={560} c={isLate ? 'red' : undefined}>
              {t('until', { day: day(dueOn) })}
            </Text>
            <Text size="xs" c="dimmed">
              {distance(dueOn)}
            </Text>
          </>
        )}
      </div>
    </li>
  );
}
