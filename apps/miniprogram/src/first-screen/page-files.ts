declare const LINSHAO_PAGE_FILES: Readonly<Record<string, readonly string[]>>;

/** The built files each page needs besides the app's own, by the page's path; written in by config/first-screen. */
export const PAGE_FILES = LINSHAO_PAGE_FILES;
