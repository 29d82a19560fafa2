import { useLocalStorage } from '@mantine/hooks';

/** The public key of a tenant's log that the reader has from the authority, kept in this browser; empty where there is none. */
export const useTrustedKey = (tenant: string) =>
  useLocalStorage({ key: `jalon.trusted-key.${tenant}`, defaultValue: '', getInitialValueInEffect: false });
