import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';

/** How long one can change one’s mind by one press; after it, the opposite decision is taken where the thing is shown. */
const OFFERED_MS = 12_000;

export interface Undoable {
  readonly message: string;
  readonly undo: string;
  readonly onUndo: () => void;
}

/** A short word that something is done, with the way to undo it: by the opposite decision, which is recorded like any other. */
export function toldWithUndo({ message, undo, onUndo }: Undoable): void {
  const id = crypto.randomUUID();
  notifications.show({
    id,
    autoClose: OFFERED_MS,
    withBorder: true,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            onUndo();
          }}
        >
          {undo}
        </Button>
      </Group>
    ),
  });
}
