import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useNeeded } from '../../api/read.ts';
import { useHolds } from '../../api/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFormat } from '../../ui/format.ts';
import { formOf } from '../../ui/things.ts';
import { useNewId } from '../../ui/use-new-id.ts';

/** What was asked about the call, and what was answered. */
export function Questions() {
  const { id = '' } = useParams();
  const { t } = useTranslation('call');
  const { day } = useFormat();
  const answers = useHolds('administrator');
  const { questions } = useNeeded('/v1/calls/{id}/questions', { path: { id } });
  const question = useNewId('question', questions.length);
  const ask = (
    <Button component={Link} to={`${formOf('call', id, 'ask-question')}?with=${encodeURIComponent(JSON.stringify({ question }))}`} variant="default">
      {t('question.ask')}
    </Button>
  );
  if (questions.length === 0)
    return (
      <Empty icon={IconMessageQuestion} title={t('question.none')} text={t('question.noneText')}>
        {ask}
      </Empty>
    );
  return (
    <Stack gap="md">
      {questions.map(({ question, text, askedAt, answer }) => (
        <Paper key={question} component="article">
          <Title order={2} size="h4">
            {text}
          </Title>
          {askedAt && (
            <Text size="xs" c="dimmed" mb="xs">
              {day(askedAt)}
            </Text>
          )}
          {answer ? (
            <Group gap="xs" align="flex-start">
              <Text style={{ flex: 1 }}>{answer.text}</Text>
              <Badge color={answer.public ? 'green' : 'gray'}>{answer.public ? t('question.public') : t('question.private')}</Badge>
            </Group>
          ) : (
            <Group gap="sm">
              <Text c="dimmed">{t('question.awaited')}</Text>
              {answers && (
                <Button
                  component={Link}
                  size="xs"
                  to={`${formOf('call', id, 'answer-question')}?with=${encodeURIComponent(JSON.stringify({ question }))}`}
                >
                  {t('question.answer')}
                </Button>
              )}
            </Group>
          )}
        </Paper>
      ))}
      <Group>{ask}</Group>
    </Stack>
  );
}
