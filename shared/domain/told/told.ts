import type { Text } from '../kernel/actor.ts';

/** Words by type of decision. */
export type Told = Readonly<Record<string, Text>>;
