import { apiOrigin } from './api-origin.js';

/** Follows a wall as it changes. Browsers come back by themselves after a break; `live` tells whether it is followed now. */
export function followWall(
  area: string,
  told: { wall: (body: unknown) => void; live: (is: boolean) => void },
): () => void {
  const source = new EventSource(`${apiOrigin}/api/wall/stream?area=${encodeURIComponent(area)}`);
  source.addEventListener('open', () => told.live(true));
  source.addEventListener('error', () => told.live(false));
  source.addEventListener('wall', ({ data }: MessageEvent<string>) => {
    told.live(true);
    told.wall(JSON.parse(data));
  });
  return () => source.close();
}
