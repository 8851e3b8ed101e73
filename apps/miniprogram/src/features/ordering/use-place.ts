import { containsPoint, type PlaceCode } from '@linshao/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Schemas } from '../../api-client/api.js';
import { useGrids } from '../../orders/use-grids.js';
import { locate } from '../../platform/locate.js';
import type { PlanPoint } from '../../platform/plan.js';
import { canScan } from '../../platform/scan.js';
import { useCommunity } from '../../session/use-community.js';
import { useSession } from '../../session/use-session.js';
import { usePlaceCode } from './use-place-code.js';

/** Where it is: where a code hangs, at home, where one stands, where one points on the map, or in a community one names. */
export type PlaceKind = 'code' | 'home' | 'here' | 'map' | 'community';

type PlaceBody = Pick<Schemas['CreateOrder'], 'location' | 'area'>;

/**
 * The place of a new order. Refusing to be located is no dead end: a sentence says what to do instead.
 * @param opened the code that brought the person here
 * @param onSpot hears the words of a code that is scanned here, and those of the one before it
 */
export function usePlace(opened: PlaceCode | null, onSpot: (spot: string, before: string) => void) {
  const { me } = useSession();
  const home = me?.homes.find(({ state }) => state === 'confirmed') ?? null;
  const [chosen, setChosen] = useState<PlaceKind | null>(null);
  const [here, setHere] = useState<{ lng: number; lat: number } | null>(null);
  const [hereFault, setHereFault] = useState<string | null>(null);
  const [locating, setLocating] = useState(false);
  const [area, setArea] = useState<string | null>(null);
  const [picked, setPicked] = useState<PlanPoint | null>(null);
  const code = usePlaceCode(opened, onSpot);
  const wanted = chosen ?? 'code';
  const kind = wanted !== 'code' || code.there ? wanted : home === null ? 'community' : 'home';
  const community = useCommunity();
  const grids = useGrids(kind === 'map' ? community : null);
  const communities = useQuery({
    queryKey: ['board-areas'],
    queryFn: () => api.get('/api/boards/areas'),
    enabled: kind === 'community',
  });
  const areas = communities.data?.items ?? [];
  const areaPath = area ?? (areas.length === 1 ? (areas[0]?.path ?? null) : null);

  async function choose(next: PlaceKind): Promise<void> {
    if (next === 'code' && canScan && (kind === 'code' || !code.there)) {
      setHereFault(null);
      if (await code.scanOne()) setChosen('code');
      return;
    }
    if (next !== 'here') {
      setHereFault(null);
      setChosen(next);
      return;
    }
    if (locating) return;
    setLocating(true);
    setHereFault(null);
    const found = await locate();
    setLocating(false);
    if (found.ok) {
      setHere({ lng: found.lng, lat: found.lat });
      setChosen('here');
    } else {
      setHereFault(found.words);
    }
  }

  // A point nobody answers for would lead nowhere.
  const pointed = picked !== null && (grids ?? []).some(({ border }) => containsPoint(border, picked)) ? picked : null;
  const point = kind === 'here' ? here : kind === 'map' ? pointed : null;
  const named = kind === 'code' ? code.path : kind === 'community' ? areaPath : null;
  const body: PlaceBody = point !== null ? { location: point } : named !== null ? { area: named } : {};
  return {
    kind,
    home,
    here,
    hereFault,
    locating,
    code,
    /** Whether a code can be scanned here, or brought the person here. */
    mayScan: canScan || code.there,
    areas,
    areaPath,
    /** Whether there is a community of which a map could be shown. */
    mayPoint: community !== null,
    grids,
    picked,
    pick: setPicked,
    choose: (next: PlaceKind) => void choose(next),
    chooseArea: setArea,
    body,
    /** Without a home, a point or a community nobody would know where to go. */
    known: kind === 'home' ? home !== null : Object.keys(body).length > 0,
  };
}

export type Place = ReturnType<typeof usePlace>;
