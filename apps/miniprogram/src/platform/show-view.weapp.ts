/** Nothing to do: WeChat draws the tab bar itself, in the size the person set in WeChat. */
export const showView: (elder: boolean) => void = () => undefined;
