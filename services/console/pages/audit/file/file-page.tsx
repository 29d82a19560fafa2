import { Alert, Anchor, Badge, Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type Answer, useNeeded } from '../../../api/read.ts';
import { useFormat } from '../../../ui/format.ts';
import { Page } from '../../../ui/page.tsx';
import classes from '../audit.module.css';

type AuditFile = Answer<'/v1/projects/{id}/audit-file'>;
type Element = AuditFile['elements'][number];
type Piece = Element['pieces'][number];

const colours = { complete: 'green', missing: 'red', 'not-applicable': 'gray' } as const;

/** The audit trail of a project, point by point: first what is missing, then what is there, each piece with its proof. */
export function AuditFilePage() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['audit', 'project']);
  const { text } = useFormat();
  const { title } = useNeeded('/v1/projects/{id}', { path: { id } });
  const { elements, others } = useNeeded('/v1/projects/{id}/audit-file', { path: { id } });
  return (
    <Page title={t('audit:file.title')} above={[{ to: `/projects/${encodeURIComponent(id)}`, label: text(title) }]} lead={t('audit:file.lead')}>
      <Stack gap="lg">
        <Missing elements={elements} />
        {elements.map((element) => (
          <Point key={element.point} element={element} />
        ))}
        {others.length > 0 && (
          <Paper component="section">
            <Title order={2} size="h3" mb="sm">
              {t('audit:file.others')}
            </Title>
            <Pieces pieces={others} />
          </Paper>
        )}
        <Text size="sm" c="dimmed">
          {t('audit:file.folder')} <Code>npx jalon audit file {id} --out dossier</Code>
        </Text>
      </Stack>
    </Page>
  );
}

function Missing({ elements }: { readonly elements: readonly Element[] }) {
  const { t } = useTranslation('audit');
  const lacking = elements.flatMap(({ point, missing }) => missing.map((sentence) => ({ point, sentence })));
  if (lacking.length === 0)
    return (
      <Alert color="green" variant="light" icon={<IconCircleCheck aria-hidden />} title={t('file.whole')}>
        {t('file.wholeText')}
      </Alert>
    );
  return (
    <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} title={t('file.missing', { count: lacking.length })}>
      <ul className={classes.lacking}>
        {lacking.map(({ point, sentence }) => (
          <li key={sentence}>
            <Anchor href={`#point-${point}`} underline="always">
              {t('file.point', { point })}
            </Anchor>{' '}
            <span lang="fr">{sentence}</span>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function Point({ element: { point, source, status, pieces } }: { readonly element: Element }) {
  const { t } = useTranslation('audit');
  return (
    <Paper component="section" id={`point-${point}`} aria-labelledby={`title-${point}`}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Title order={2} size="h3" id={`title-${point}`}>
          {t('file.pointTitle', { point, title: t(`file.title_${point as 'C'}`) })}
        </Title>
        <Badge color={colours[status]}>{t(`file.status.${status}`)}</Badge>
      </Group>
      <Text size="sm" c="dimmed" lang="fr" mb="sm">
        {source}
      </Text>
      {pieces.length > 0 && <Pieces pieces={pieces} />}
    </Paper>
  );
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  const { t } = useTranslation('audit');
  const { text, day } = useFormat();
  return (
    <ol className={`${classes.entries} ${classes.dated}`}>
      {pieces.map(({ decision, position, told, occurredAt, actor, documents }) => (
        <li key={decision} className={classes.entry}>
          <Text span c="dimmed" className="tabular">
            {day(occurredAt)}
          </Text>
          <div>
            <Text>{text(told)}</Text>
            <Text size="sm" c="dimmed">
              {actor.id}
              {documents.map(({ hash, name }) => (
                <span key={hash}> · {name}</span>
              ))}
            </Text>
          </div>
          <Anchor component={Link} to={`/decisions/${encodeURIComponent(decision)}`} size="sm">
            {t('journal.proof')}
            <span className="visually-hidden"> {t('journal.proofOf', { position })}</span>
          </Anchor>
        </li>
      ))}
    </ol>
  );
}
