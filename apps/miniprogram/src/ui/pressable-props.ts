import type { PropsWithChildren } from 'react';

/** Anything one can press. A choice also says whether it is made. `label` is for screen readers, where the words inside do not suffice. */
export type PressableProps = PropsWithChildren<
  { className: string; onPress: () => void; disabled?: boolean; label?: string } & (
    | { kind: 'button' }
    | { kind: 'switch' | 'radio' | 'checkbox'; checked: boolean }
    | { kind: 'tab'; selected: boolean }
  )
>;
