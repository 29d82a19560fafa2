import { Alert, Anchor, Text } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useNeeded } from '../../api/read.ts';
import { DecisionForm } from '../../forms/decision-form.tsx';
import type { Shape } from '../../forms/shape.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { formOf, newFormOf } from '../../ui/things.ts';
import { told } from '../../ui/told.ts';
import { useNewId } from '../../ui/use-new-id.ts';
import { ProgrammeChoice, useProgramme } from '../programme/programme-choice.tsx';

/** A call is drafted in a programme, with a line of its envelope for each funder of it. */
export function NewCallPage() {
  const { t } = useTranslation(['call', 'shell', 'programme']);
  const programme = useProgramme();
  return (
    <Page
      title={t('call:new')}
      above={[{ to: '/calls', label: t('shell:nav.calls') }]}
      lead={t('call:newLead')}
      actions={programme && <ProgrammeChoice chosen={programme.programme} />}
    >
      {programme ? (
        <Drafting key={programme.programme} programme={programme.programme} />
      ) : (
        <Empty icon={IconFlag} title={t('programme:none.title')} text={t('call:noProgramme')}>
          <Anchor component={Link} to={newFormOf('programme', 'create-programme')}>
            {t('programme:new')}
          </Anchor>
        </Empty>
      )}
    </Page>
  );
}

function Drafting({ programme }: { readonly programme: string }) {
  const { t } = useTranslation('call');
  const { text } = useFormat();
  const navigate = useNavigate();
  const id = useNewId('call', 0);
  const { funders, name } = useNeeded('/v1/programmes/{id}', { path: { id: programme } });
  const { schema } = useNeeded('/v1/catalogue/{kind}/{command}', { path: { kind: 'call', command: 'draft-call' } });
  const given = useMemo(() => ({ programme }), [programme]);
  if (funders.length === 0)
    return (
      <Alert color="yellow" title={t('noFunder', { programme: text(name) })}>
        <Anchor component={Link} to={formOf('programme', programme, 'add-funder')} underline="always">
          {t('addFunder')}
        </Anchor>
      </Alert>
    );
  return (
    <>
      <Text mb="md">{t('inProgramme', { programme: text(name) })}</Text>
      <DecisionForm
        kind="call"
        id={id}
        command="draft-call"
        draftName={`new/${programme}`}
        shape={schema as Shape}
        given={given}
        initial={{ envelope: funders.map(({ funder }) => ({ funder })) }}
        onRecorded={() => {
          told(t('drafted'));
          void navigate(`/calls/${id}`);
        }}
      />
    </>
  );
}
