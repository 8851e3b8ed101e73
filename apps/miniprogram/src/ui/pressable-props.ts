import type { PropsWithChildren } from 'react';

/** Anything one can press. A `switch` also says whether it is on. */
export type PressableProps = PropsWithChildren<
  { className: string; onPress: () => void } & ({ kind: 'button' } | { kind: 'switch'; checked: boolean })
>;
