import { Badge, Button, Group, Text } from '@mantine/core';
import { IconFolderCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useNeeded } from '../../api/read.ts';
import { useHolds } from '../../api/session.ts';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Parts } from '../../ui/parts.tsx';
import { Facts } from './facts.tsx';
import { parts } from './parts.ts';

/** One project: where it stands, and its parts below. */
export function ProjectPage() {
  const { id = '' } = useParams();
  const project = useNeeded('/v1/projects/{id}', { path: { id } });
  const { t } = useTranslation(['project', 'shell', 'terms']);
  const { text } = useFormat();
  const audits = useHolds('auditor', 'administrator');
  return (
    <Page
      title={text(project.title)}
      above={[
        { to: '/portfolio', label: t('shell:nav.portfolio') },
        ...(project.call && project.callTitle ? [{ to: `/calls/${project.call}`, label: text(project.callTitle) }] : []),
      ]}
      lead={
        <Group gap="xs">
          {project.organisation && <Text span>{project.organisation}</Text>}
          {project.demonstration && (
            <Badge color="gray">{project.stage === 'case-study' ? t('project:caseStudy') : t('project:demonstration')}</Badge>
          )}
        </Group>
      }
      actions={
        audits && (
          <Button
            component={Link}
            to={`/projects/${encodeURIComponent(id)}/audit-file`}
            variant="default"
            leftSection={<IconFolderCheck size={16} aria-hidden />}
          >
            {t('project:auditFile')}
          </Button>
        )
      }
    >
      <Facts project={project} />
      <Parts
        label={t('project:parts')}
        base={`/projects/${encodeURIComponent(id)}`}
        parts={parts.map(({ to, label }) => ({ to, label: t(`project:part.${label}`) }))}
      />
    </Page>
  );
}
