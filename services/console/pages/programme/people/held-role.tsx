import { Badge, CloseButton } from '@mantine/core';

export interface HeldRoleProps {
  readonly label: string;
  readonly ended: boolean;
  /** What taking it away is called; absent where one may not. */
  readonly remove: string | undefined;
  readonly onRemove: () => void;
}

/** A role that somebody holds, with the way to take it away for who may. */
export function HeldRole({ label, ended, remove, onRemove }: HeldRoleProps) {
  return (
    <Badge
      size="lg"
      color={ended ? 'gray' : 'pine'}
      rightSection={remove && <CloseButton size="xs" aria-label={remove} onClick={onRemove} variant="transparent" c="inherit" />}
    >
      {label}
    </Badge>
  );
}
