/** WeChat has no keyboard to press Escape on. */
export const onEscape: (escaped: () => void) => () => void = () => () => undefined;
