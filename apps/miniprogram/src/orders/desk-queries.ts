import { api } from '../api-client/api.js';

const PAGE = 50;
const LOOK_EVERY_MS = 30_000;

/** Orders that wait for their first public reply, the most urgent first; everything under `desk` is read anew after a move. */
export const waitingReplies = {
  queryKey: ['desk', 'queue'],
  queryFn: () => api.get('/api/duty/queue', { query: { limit: PAGE } }),
  refetchInterval: LOOK_EVERY_MS,
};
