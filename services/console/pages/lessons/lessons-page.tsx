import { Anchor, Badge, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBulb, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { usePages } from '../../api/read.ts';
import { useFieldWords } from '../../forms/use-field-words.ts';
import { Bars } from '../../ui/boundary.tsx';
import { Empty } from '../../ui/empty.tsx';
import entries from '../../ui/entries.module.css';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem.tsx';

/** Published lessons of all projects, found by words and by tag. */
export function LessonsPage() {
  const { t } = useTranslation(['following', 'shell']);
  const { text, day } = useFormat();
  const words = useFieldWords();
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const tag = search.get('tag') ?? '';
  const [asked] = useDebouncedValue(q.trim(), 250);
  const found = usePages('/v1/lessons', { query: { ...(asked !== '' && { q: asked }), ...(tag !== '' && { tag }) } });
  const put = (changed: Readonly<Record<string, string>>) =>
    setSearch(
      Object.entries({ q, tag, ...changed }).filter(([, value]) => value !== ''),
      { replace: true },
    );
  return (
    <Page title={t('shell:nav.lessons')} lead={t('following:lessonsAbout')}>
      <Stack maw="52rem">
        <Group>
          <TextInput
            aria-label={t('following:searchLessons')}
            placeholder={t('following:searchLessons')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={q}
            onChange={({ currentTarget: { value } }) => put({ q: value })}
            style={{ flex: 1 }}
          />
          {tag !== '' && (
            <Button variant="light" size="sm" onClick={() => put({ tag: '' })}>
              {t('following:withoutTag', { tag })}
            </Button>
          )}
        </Group>
        {found.isError && <ProblemNote error={found.error} again={() => void found.refetch()} />}
        {!found.items && !found.isError && <Bars count={6} />}
        {found.items?.length === 0 && <Empty icon={IconBulb} title={t('following:nothingFound')} text={t('following:nothingFoundText')} />}
        {found.items?.map(({ id, project, projectTitle, title, text: said, tags, phase, publishedAt }) => (
          <Paper key={id} component="article">
            <Title order={2} size="h3">
              {title}
            </Title>
            <Text size="sm" c="dimmed" mb="xs">
              <Anchor component={Link} to={`/projects/${project}`}>
                {text(projectTitle)}
              </Anchor>{' '}
              · {words.choice(phase, 'phase')} · {day(publishedAt)}
            </Text>
            <Text className={entries.prose}>{said}</Text>
            <Group gap={6} mt="sm">
              {tags.map((one) => (
                <Badge key={one} component="button" type="button" onClick={() => put({ tag: one })} style={{ cursor: 'pointer' }}>
                  {one}
                </Badge>
              ))}
            </Group>
          </Paper>
        ))}
      </Stack>
    </Page>
  );
}
