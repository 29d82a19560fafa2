import { Skeleton, Stack } from '@mantine/core';
import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { Component, type ReactNode, Suspense } from 'react';
import { ProblemNote, ProblemPage } from './problem.tsx';

interface Props {
  readonly children: ReactNode;
  readonly reset: () => void;
  readonly whole: boolean;
}

/** React has no other way to catch what a component throws than a class. */
class Catching extends Component<Props, { readonly error: unknown }> {
  override state = { error: undefined };
  static getDerivedStateFromError = (error: unknown) => ({ error });
  readonly again = () => {
    this.props.reset();
    this.setState({ error: undefined });
  };
  override render() {
    if (this.state.error === undefined) return this.props.children;
    const Shown = this.props.whole ? ProblemPage : ProblemNote;
    return <Shown error={this.state.error} again={this.again} />;
  }
}

/** Shows quiet bars while what is inside is fetched, and its problem with a way to try again. `whole` for a page, else for a part of one. */
export function Boundary({ children, whole = false, bars = 4 }: { readonly children: ReactNode; readonly whole?: boolean; readonly bars?: number }) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Catching reset={reset} whole={whole}>
          <Suspense fallback={<Bars count={bars} />}>{children}</Suspense>
        </Catching>
      )}
    </QueryErrorResetBoundary>
  );
}

/** Where something is about to stand. */
export function Bars({ count = 4 }: { readonly count?: number }) {
  return (
    <Stack aria-busy="true" gap="sm" py="sm">
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike
        <Skeleton key={index} height={index === 0 ? 28 : 16} width={index === 0 ? '40%' : `${95 - ((index * 13) % 40)}%`} />
      ))}
    </Stack>
  );
}
