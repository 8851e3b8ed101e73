/** For react/jsx-runtime: an element is its type and its props, and no more. */
export const jsx = (type: unknown, props: object) => ({ type, props });
export const jsxs = (type: unknown, props: object) => jsx(type, props);
export const Fragment = ({ children }: { children?: unknown }) => children;
