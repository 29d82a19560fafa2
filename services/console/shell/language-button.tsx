import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../words/start.ts';

/** Into the other language. */
export function LanguageButton() {
  const { t, i18n } = useTranslation();
  const other = i18n.language === 'en' ? 'fr' : 'en';
  return (
    <Button
      variant="subtle"
      color="gray"
      px={8}
      visibleFrom="sm"
      lang={other}
      onClick={() => void chooseLanguage(other)}
      title={t('language.switchTo')}
    >
      {t(`language.${other}`)}
    </Button>
  );
}
