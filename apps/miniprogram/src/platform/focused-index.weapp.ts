/** WeChat has no keyboard to walk a list with. */
export const focusedIndex: (selector: string) => number = () => -1;
