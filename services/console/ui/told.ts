import { notifications } from '@mantine/notifications';

/** A short word that something is done, told to screen readers too, gone by itself. */
export const told = (message: string): void => {
  notifications.show({ message, autoClose: 6_000, withBorder: true });
};
