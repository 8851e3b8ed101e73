export const HOME = 'pages/home/index';

/** Which page an address opens: what stands behind its `#`, the home page where nothing does. */
export function pageOf(hash: string): string {
  const [path = ''] = hash.replace(/^#?\/?/, '').split('?');
  return path === '' ? HOME : path;
}
