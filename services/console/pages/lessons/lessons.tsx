import { Anchor, Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DecideButton } from '../../forms/decide-button.tsx';
import { useFieldWords } from '../../forms/use-field-words.ts';
import { Block } from '../../ui/block.tsx';
import entries from '../../ui/entries.module.css';
import { useNewId } from '../../ui/use-new-id.ts';
import type { Substance } from '../support/substance.ts';

/** What a project learned: written, published for others, taken back. */
export function Lessons({ substance: { project, version, lessons, can } }: { readonly substance: Substance }) {
  const { t } = useTranslation('following');
  const words = useFieldWords();
  const lesson = useNewId('lesson', lessons.length);
  const record = can.recordLesson && (
    <DecideButton id={project} command="record-lesson" version={version} given={{ lesson }}>
      {t('recordLesson')}
    </DecideButton>
  );
  return (
    <Block title={t('lessons')} action={record}>
      <Text size="sm" mb="xs">
        <Anchor component={Link} to="/lessons">
          {t('findLessons')}
        </Anchor>
      </Text>
      {lessons.length === 0 && <Text c="dimmed">{t('noLessons')}</Text>}
      <ul className={entries.entries}>
        {lessons.map(({ lesson: name, title, text, tags, standing, phase }) => (
          <li key={name}>
            <div className={entries.head}>
              <Text fw={600}>{title}</Text>
              <Badge color={standing === 'published' ? 'green' : 'gray'}>{t(`lesson.${standing}`)}</Badge>
              <Text size="sm" c="dimmed">
                {words.choice(phase, 'phase')} · {tags.join(', ')}
              </Text>
            </div>
            <Text className={entries.prose}>{text}</Text>
            {can.recordLesson && (
              <Group gap="xs" mt="xs">
                {standing === 'recorded' && (
                  <DecideButton id={project} command="publish-lesson" version={version} given={{ lesson: name }} about={name} of={title}>
                    {t('publishLesson')}
                  </DecideButton>
                )}
                {standing !== 'withdrawn' && (
                  <DecideButton
                    id={project}
                    command="withdraw-lesson"
                    version={version}
                    given={{ lesson: name }}
                    about={name}
                    of={title}
                    variant="subtle"
                  >
                    {t('withdrawLesson')}
                  </DecideButton>
                )}
              </Group>
            )}
          </li>
        ))}
      </ul>
    </Block>
  );
}
