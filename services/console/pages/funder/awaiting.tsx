import { Anchor, Button, Group, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import { formOf } from '../../ui/things.ts';
import type { CoFunded } from './co-funded.ts';
import classes from './funder.module.css';

/** Projects that were selected and wait for this funder’s own decision on its own share. */
export function Awaiting({ items, funder }: { readonly items: readonly CoFunded[]; readonly funder: string }) {
  const { t } = useTranslation('funder');
  const { text, money } = useFormat();
  const formFor = (project: string, outcome: 'granted' | 'declined') =>
    `${formOf('project', project, 'decide-funding')}?with=${encodeURIComponent(JSON.stringify({ funder, outcome }))}`;
  return (
    <section aria-labelledby="awaiting">
      <Title order={2} size="h3" id="awaiting" mb="sm">
        {t('awaiting', { count: items.length })}
      </Title>
      <Paper p={0}>
        <ul className={classes.list}>
          {items.map(({ project, title, organisation, asked, currency }) => (
            <li key={project}>
              <div className={classes.what}>
                <Anchor component={Link} to={`/projects/${project}`} fw={600}>
                  {text(title)}
                </Anchor>
                <Text size="sm" c="dimmed">
                  {organisation}
                </Text>
              </div>
              <Text fw={640} className="tabular">
                {money(asked, currency)}
              </Text>
              <Group gap="xs" className="no-print">
                <Button component={Link} size="xs" to={formFor(project, 'granted')}>
                  {t('grant')}
                  <span className="visually-hidden"> {text(title)}</span>
                </Button>
                <Button component={Link} size="xs" variant="default" to={formFor(project, 'declined')}>
                  {t('decline')}
                  <span className="visually-hidden"> {text(title)}</span>
                </Button>
              </Group>
            </li>
          ))}
        </ul>
      </Paper>
    </section>
  );
}
