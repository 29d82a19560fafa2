import { Anchor, Button, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../forms/refused.tsx';
import { told } from '../../ui/told.ts';
import { FINALITY } from './drawing/layout.ts';
import { lacksOf, titleOf } from './system.ts';
import type { Editing } from './use-target-system.ts';

/** Makes a version that others talk over; says first what it lacks, each with the way to it. */
export function PublishButton({ editing, onSelect }: { readonly editing: Editing; readonly onSelect: (id: string) => void }) {
  const { t } = useTranslation('system');
  const [opened, { open, close }] = useDisclosure();
  const [note, setNote] = useState('');
  const { system, all, publish, publishing, problem } = editing;
  const lacks = lacksOf(system);
  const next = (all.published.at(-1)?.version ?? 0) + 1;
  const go = async () => {
    if (!(await publish(note))) return;
    setNote('');
    close();
    told(t('published', { version: next }));
  };
  return (
    <>
      <Button size="sm" leftSection={<IconSend size={16} aria-hidden />} onClick={open}>
        {t('publish')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('publishTitle', { version: next })} closeButtonProps={{ 'aria-label': t('close') }}>
        {lacks.length > 0 ? (
          <>
            <Text mb="xs">{t('lacks')}</Text>
            <List spacing={4}>
              {lacks.map(({ what, part }) => (
                <List.Item key={`${what} ${part}`}>
                  <Anchor
                    component="button"
                    type="button"
                    onClick={() => {
                      close();
                      onSelect(part ?? FINALITY);
                    }}
                  >
                    {part ? t(`lack.${what}`, { work: titleOf(system, part) }) : t(`lack.${what}`, { work: '' })}
                  </Anchor>
                </List.Item>
              ))}
            </List>
          </>
        ) : (
          <Stack>
            <Text size="sm">{t('publishAbout')}</Text>
            <Textarea
              label={t('note')}
              autosize
              minRows={2}
              value={note}
              onChange={({ currentTarget: { value } }) => setNote(value)}
              data-autofocus
            />
            {problem && <Refused problem={problem} />}
            <Group justify="flex-end">
              <Button loading={publishing} onClick={() => void go()}>
                {t('publishNow', { version: next })}
              </Button>
            </Group>
          </Stack>
        )}
      </Modal>
    </>
  );
}
