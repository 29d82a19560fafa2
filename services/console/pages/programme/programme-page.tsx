import { Badge, Button, Group, Text } from '@mantine/core';
import { IconGitCompare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useNeeded } from '../../api/read.ts';
import { useHolds } from '../../api/session.ts';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Parts } from '../../ui/parts.tsx';

/** One programme, with its parts below: those that one may see. */
export function ProgrammePage() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['programme', 'project', 'shell', 'audit']);
  const audits = useHolds('auditor', 'administrator');
  const runs = useHolds('administrator');
  const { text } = useFormat();
  const { name, demonstration, timeZone, currency, expertise } = useNeeded('/v1/programmes/{id}', { path: { id } });
  const parts = [
    { to: '', label: t('programme:part.policy') },
    { to: 'funders', label: t('programme:part.funders') },
    ...(runs ? [{ to: 'deliveries', label: t('programme:part.deliveries') }] : []),
    ...(expertise ? [{ to: 'people', label: t('programme:part.people') }] : []),
    { to: 'decide', label: t('programme:part.decide') },
  ];
  return (
    <Page
      title={text(name)}
      lead={
        <Group gap="xs">
          <Text span>{t('programme:counts', { zone: timeZone.replace(/@.*/, ''), currency })}</Text>
          {demonstration && <Badge color="gray">{t('project:demonstration')}</Badge>}
        </Group>
      }
      actions={
        audits && (
          <Button
            component={Link}
            to={`/programmes/${encodeURIComponent(id)}/redecided`}
            variant="default"
            leftSection={<IconGitCompare size={16} aria-hidden />}
          >
            {t('audit:redecided.whole')}
          </Button>
        )
      }
    >
      <Parts label={t('programme:parts')} base={`/programmes/${encodeURIComponent(id)}`} parts={parts} />
    </Page>
  );
}
