import { Button, Center, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { signInAddress } from '../api/session.ts';
import { chooseLanguage } from '../words/start.ts';
import { Brand } from './brand.tsx';

/** What whoever is not signed in sees, at whatever address: one brings them back to it. */
export function SignIn() {
  const { t, i18n } = useTranslation();
  const { pathname, search } = useLocation();
  const other = i18n.language === 'en' ? 'fr' : 'en';
  useEffect(() => {
    document.title = `${t('signIn.title')} – Jalon`;
  }, [t]);
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper p="xl" maw="30rem" shadow="sm">
        <Stack gap="lg" align="flex-start">
          <Brand />
          <Title order={1}>{t('signIn.title')}</Title>
          <Text>{t('signIn.text')}</Text>
          <Button component="a" href={signInAddress(pathname + search)} size="md">
            {t('signIn.button')}
          </Button>
          <Button variant="subtle" px={0} lang={other} onClick={() => void chooseLanguage(other)}>
            {t('language.switchTo')}
          </Button>
        </Stack>
      </Paper>
    </Center>
  );
}
