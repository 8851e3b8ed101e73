/** Largest file, in bytes. */
export const MOST_BYTES = 20 * 1024 * 1024;
/** Most rows of data in one sheet. */
export const MOST_ROWS = 50_000;
/** Most bytes a workbook may hold unpacked: ten times what 50,000 full rows take. */
export const MOST_UNPACKED_BYTES = 200 * 1024 * 1024;
/** Most problems that are reported one by one; further ones are counted. */
export const MOST_PROBLEMS = 500;
