/** WeChat shows nothing before the app. */
export const homeStands = (_withBoards: boolean): void => undefined;
