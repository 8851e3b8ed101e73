import { type PlaceCode, readPlaceCode } from '@linshao/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api-client/api.js';
import { scan } from '../../platform/scan.js';

/**
 * The place a code names.
 * @param opened the code that brought the person here
 * @param onSpot hears the words of one that is scanned here, and those of the one before it
 */
export function usePlaceCode(opened: PlaceCode | null, onSpot: (spot: string, before: string) => void) {
  const [code, setCode] = useState(opened);
  const [unreadable, setUnreadable] = useState(false);
  const area = useQuery({
    queryKey: ['areas', code?.areaId ?? null],
    queryFn: () => api.get('/api/areas/{id}', { path: { id: code?.areaId ?? '' } }),
    enabled: code !== null,
    staleTime: Infinity,
  });
  const community = area.data?.ancestors.find(({ level }) => level === 'community');

  /** Whether a code of a place was scanned. */
  async function scanOne(): Promise<boolean> {
    const text = await scan();
    if (text === null) return false;
    const next = readPlaceCode(text);
    setUnreadable(next === null);
    if (next === null) return false;
    setCode(next);
    onSpot(next.spot, code?.spot ?? '');
    return true;
  }

  return {
    /** Names a place, as far as is known. */
    there: code !== null && !area.isError,
    path: area.data?.path ?? null,
    name: area.data === undefined ? null : [community?.name, area.data.name].filter(Boolean).join(' '),
    fault: unreadable
      ? '这不是地点码。请对准写着“有事扫一扫”的那一张，或者另选地点。'
      : area.isError
        ? '没能读到这个码的地点，请另选地点。'
        : null,
    scanOne,
  };
}
