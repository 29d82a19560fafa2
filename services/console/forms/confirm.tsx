import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CommandName, type InputOf, newKey, type Recorded, useDecide } from '../api/decide.ts';
import { isProblem } from '../api/problem.ts';
import { Refused } from './refused.tsx';

export interface ConfirmProps<Name extends CommandName> {
  readonly command: Name;
  readonly id: string;
  /** Undefined while something still has to be chosen. */
  readonly input: InputOf<Name> | undefined;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What is about to be recorded, or the little that still has to be said. */
  readonly children: ReactNode;
  /** What the button that records it says. */
  readonly record: string;
  readonly color?: string;
  readonly size?: string;
  readonly onRecorded?: (recorded: Recorded) => void;
}

/** A decision that needs little or nothing typed: read once more, then recorded, or refused in words. */
export function Confirm<Name extends CommandName>(props: ConfirmProps<Name>) {
  const { opened, onClose, title, size = 'md' } = props;
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={size} returnFocus>
      {opened && <Asked {...props} />}
    </Modal>
  );
}

function Asked<Name extends CommandName>({ command, id, input, onClose, children, record, color, onRecorded }: ConfirmProps<Name>) {
  const { t } = useTranslation('forms');
  const [key] = useState(newKey);
  const { mutate, isPending, error } = useDecide(command);
  const send = () => {
    if (input === undefined) return;
    mutate(
      { id, input, key },
      {
        onSuccess: (recorded) => {
          onClose();
          onRecorded?.(recorded);
        },
      },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="md">
        {children}
        {isProblem(error) && <Refused problem={error} />}
        <Text size="sm" c="dimmed">
          {t('check.text')}
        </Text>
        <Group>
          <Button type="submit" loading={isPending} disabled={input === undefined} {...(color && { color })}>
            {record}
          </Button>
          <Button variant="default" onClick={onClose} disabled={isPending}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
