import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { applicationOf, type SectionName, sectionsOf } from './sections.ts';
import type { Application } from './use-application.ts';

export interface SectionProps {
  readonly application: Application;
  readonly name: SectionName;
  readonly children: ReactNode;
}

/** The frame of a section: its name, what it is for, and the way on. */
export function Section({ application, name, children }: SectionProps) {
  const { t } = useTranslation('application');
  const all = sectionsOf(application.file);
  const next = all[all.indexOf(name) + 1];
  const answers = application.file.changes === 'supplement';
  return (
    <Paper component="section" p={{ base: 'sm', sm: 'lg' }} aria-labelledby={`section-${name}`}>
      <Title order={2} id={`section-${name}`}>
        {t(name === 'hand-in' && answers ? 'section.answer' : `section.${name}`)}
      </Title>
      <Text c="dimmed" mb="lg">
        {t(name === 'hand-in' && answers ? 'about.answer' : `about.${name}`)}
      </Text>
      {children}
      {next && (
        <Group justify="flex-end" mt="xl" className="no-print">
          <Button component={Link} to={applicationOf(application.id, next)} rightSection={<IconArrowRight size={16} aria-hidden />}>
            {t(next === 'hand-in' && answers ? 'section.answer' : `section.${next}`)}
          </Button>
        </Group>
      )}
    </Paper>
  );
}
