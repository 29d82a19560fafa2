import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../api/read.ts';
import { PossibleList } from '../../forms/possible-list.tsx';
import { Boundary } from '../../ui/boundary.tsx';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';

/** An organisation: its name, and every decision that one may take on it. */
export function ThingPage({ kind }: { readonly kind: 'organisation' }) {
  const { id = '' } = useParams();
  const { t } = useTranslation('terms');
  const { text } = useFormat();
  const found = useRead('/v1/search', { query: { q: id.slice(0, 100).padEnd(2) } }).data?.items.find((hit) => hit.kind === kind && hit.id === id);
  return (
    <Page title={found ? text(found.title) : id} lead={t(`kind.${kind}`)}>
      <Boundary>
        <PossibleList kind={kind} id={id} />
      </Boundary>
    </Page>
  );
}
