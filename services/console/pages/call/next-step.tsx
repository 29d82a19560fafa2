import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../api/read.ts';
import { formOf } from '../../ui/things.ts';

/** What whoever runs a call does next with it: publish a draft, change what is published, look at what is to be selected. */
export function NextStep({ call: { call, stage, closesOn, selectionOn } }: { readonly call: Answer<'/v1/calls/{id}'> }) {
  const { t } = useTranslation('call');
  const amend = `${formOf('call', call, 'amend-call')}?with=${encodeURIComponent(JSON.stringify({ closesOn, selectionOn }))}`;
  if (stage === 'closed')
    return (
      <Button component={Link} to={`/calls/${encodeURIComponent(call)}/ranking`}>
        {t('step.select')}
      </Button>
    );
  if (stage !== 'draft' && stage !== 'published' && stage !== 'open') return null;
  return (
    <>
      <Button component={Link} to={amend} variant="default">
        {t('step.amend')}
      </Button>
      {stage === 'draft' && (
        <Button component={Link} to={formOf('call', call, 'publish-call')}>
          {t('step.publish')}
        </Button>
      )}
    </>
  );
}
