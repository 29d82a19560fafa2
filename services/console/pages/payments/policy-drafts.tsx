import { Anchor, Group, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNeeded } from '../../api/read.ts';
import { useMe } from '../../api/session.ts';

/** Drafts of the policy that a second person has to adopt; nothing where there is none, or where one may not see them. */
export function PolicyDrafts({ programme }: { readonly programme: string }) {
  const { t } = useTranslation(['oversight', 'programme']);
  const me = useMe();
  const { drafts = [] } = useNeeded('/v1/programmes/{id}/policy', { path: { id: programme } });
  const open = drafts.filter(({ stage }) => stage === 'open');
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="policy-drafts">
      <Title order={2} size="h3" id="policy-drafts" mb="sm">
        {t('oversight:payments.policies')}
      </Title>
      <Paper>
        {open.map(({ draft, by }) => (
          <Group key={draft} justify="space-between">
            <Anchor component={Link} to={`/programmes/${programme}/policy/drafts/${draft}`} fw={600}>
              {t('programme:policy.draft', { draft })}
            </Anchor>
            <Text size="sm" c="dimmed">
              {by === me.id ? t('programme:policy.byYou') : t('programme:policy.by', { person: by })}
            </Text>
          </Group>
        ))}
      </Paper>
    </section>
  );
}
