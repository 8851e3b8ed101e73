/** For react: a component is drawn once, as it is at first. */
export const useState = <Value>(first: Value | (() => Value)) =>
  [typeof first === 'function' ? (first as () => Value)() : first, () => undefined] as const;
export const useEffect = () => undefined;
