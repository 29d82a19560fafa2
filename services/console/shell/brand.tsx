import { Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import classes from './brand.module.css';

/** A surveyor's stake: what a jalon is. */
export function Brand() {
  return (
    <Link to="/" className={classes.brand} aria-label="Jalon">
      <Group gap={8} wrap="nowrap">
        <svg width="22" height="28" viewBox="0 0 22 28" aria-hidden="true">
          <path className={classes.stake} d="M9 1h4v25H9z" />
          <path className={classes.mark} d="M9 5.5h4v5H9zM9 15.5h4v5H9z" />
          <path className={classes.ground} d="M3 26.5h16" />
        </svg>
        <Text component="span" fw={680} size="lg" lts="-0.01em">
          Jalon
        </Text>
      </Group>
    </Link>
  );
}
