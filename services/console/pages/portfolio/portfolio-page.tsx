import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';

export function PortfolioPage() {
  const { t } = useTranslation();
  return <Page title={t('nav.portfolio')}>…</Page>;
}
