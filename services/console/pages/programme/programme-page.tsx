import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useNeeded } from '../../api/read.ts';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Parts } from '../../ui/parts.tsx';

/** One programme, with its parts below: those that one may see. */
export function ProgrammePage() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['programme', 'project', 'shell']);
  const { text } = useFormat();
  const { name, demonstration, timeZone, currency, expertise } = useNeeded('/v1/programmes/{id}', { path: { id } });
  const parts = [
    { to: '', label: t('programme:part.policy') },
    { to: 'funders', label: t('programme:part.funders') },
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
    >
      <Parts label={t('programme:parts')} base={`/programmes/${encodeURIComponent(id)}`} parts={parts} />
    </Page>
  );
}
