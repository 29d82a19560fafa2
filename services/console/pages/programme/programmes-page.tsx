import { Anchor, Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconFlag, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { useNeeded } from '../../api/read.ts';
import { useHolds } from '../../api/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { newFormOf } from '../../ui/things.ts';

/** The programmes that one may see. Where there is one, its page at once. */
export function ProgrammesPage() {
  const { t } = useTranslation(['programme', 'shell', 'project']);
  const { text } = useFormat();
  const isAdministrator = useHolds('administrator');
  const { items } = useNeeded('/v1/programmes');
  const [only] = items;
  if (items.length === 1 && only) return <Navigate to={`/programmes/${only.programme}`} replace />;
  const create = isAdministrator && (
    <Button component={Link} to={newFormOf('programme', 'create-programme')} leftSection={<IconPlus size={16} aria-hidden />}>
      {t('programme:new')}
    </Button>
  );
  return (
    <Page title={t('shell:nav.programme')} actions={create}>
      {items.length === 0 && <Empty icon={IconFlag} title={t('programme:none.title')} text={t('programme:none.text')} />}
      <Stack>
        {items.map(({ programme, name, demonstration, policyVersion }) => (
          <Paper key={programme} component="article">
            <Group gap="xs">
              <Anchor component={Link} to={`/programmes/${programme}`} fw={620} size="lg">
                {text(name)}
              </Anchor>
              {demonstration && <Badge color="gray">{t('project:demonstration')}</Badge>}
            </Group>
            <Text size="sm" c="dimmed">
              {t('programme:policyVersion', { version: policyVersion })}
            </Text>
          </Paper>
        ))}
      </Stack>
    </Page>
  );
}
