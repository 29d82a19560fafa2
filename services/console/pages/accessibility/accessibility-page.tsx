import { List, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';

const tested = ['axe', 'keyboard', 'contrast', 'motion', 'tables', 'focus'] as const;
const untested = ['readers', 'audit', 'zoom', 'documents'] as const;

/** What was tested for accessibility, how, and what was not: no more is claimed. */
export function AccessibilityPage() {
  const { t } = useTranslation(['accessibility', 'shell']);
  return (
    <Page title={t('shell:nav.accessibility')} lead={t('accessibility:lead')}>
      <Stack gap="lg" maw="46rem">
        <Paper component="section" aria-labelledby="standing">
          <Title order={2} size="h3" id="standing" mb="xs">
            {t('accessibility:standing.title')}
          </Title>
          <Text>{t('accessibility:standing.text')}</Text>
        </Paper>
        <Paper component="section" aria-labelledby="tested">
          <Title order={2} size="h3" id="tested" mb="xs">
            {t('accessibility:testedTitle')}
          </Title>
          <List spacing="xs">
            {tested.map((name) => (
              <List.Item key={name}>{t(`accessibility:tested.${name}`)}</List.Item>
            ))}
          </List>
        </Paper>
        <Paper component="section" aria-labelledby="untested">
          <Title order={2} size="h3" id="untested" mb="xs">
            {t('accessibility:untestedTitle')}
          </Title>
          <List spacing="xs">
            {untested.map((name) => (
              <List.Item key={name}>{t(`accessibility:untested.${name}`)}</List.Item>
            ))}
          </List>
        </Paper>
        <Paper component="section" aria-labelledby="tell">
          <Title order={2} size="h3" id="tell" mb="xs">
            {t('accessibility:tell.title')}
          </Title>
          <Text>{t('accessibility:tell.text')}</Text>
        </Paper>
      </Stack>
    </Page>
  );
}
