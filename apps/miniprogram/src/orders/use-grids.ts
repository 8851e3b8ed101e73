import { useQuery } from '@tanstack/react-query';
import { api } from '../api-client/api.js';
import type { PlanArea } from '../platform/plan.js';
import { useSession } from '../session/use-session.js';

export interface Grid extends PlanArea {
  readonly path: string;
}

/** More than a community has; WeChat asks ten things at once, the screen's own among them. */
const MOST_GRIDS = 40;
const AT_ONCE = 5;

/** The grids of a community of which a border has been drawn; null while they are not known. */
export function useGrids(community: string | null): readonly Grid[] | null {
  const { signedIn } = useSession();
  const { data, error } = useQuery({
    queryKey: ['grids', community],
    queryFn: () => gridsOf(community ?? ''),
    enabled: signedIn && community !== null,
    staleTime: Infinity,
    // A plan is a help, not a must: without it there are the names.
    retry: false,
  });
  return data ?? (error === null ? null : []);
}

async function gridsOf(path: string): Promise<readonly Grid[]> {
  const found = await api.get('/api/areas', { query: { code: path.split('/').at(-1) ?? '' } });
  const community = found.items.find((area) => area.path === path);
  if (community === undefined) return [];
  const { items } = await api.get('/api/areas', {
    query: { parentId: community.id, level: 'grid', limit: MOST_GRIDS },
  });
  const grids: Grid[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    const some = items.slice(at, at + AT_ONCE);
    for (const area of await Promise.all(some.map(({ id }) => api.get('/api/areas/{id}', { path: { id } })))) {
      const border = (area.polygon ?? []).flatMap(([lng, lat]) =>
        lng === undefined || lat === undefined ? [] : [{ lng, lat }],
      );
      if (border.length > 2) grids.push({ id: area.id, path: area.path, name: area.name, border });
    }
  }
  return grids;
}
