import { api } from '../api-client/api.js';

const PAGE = 50;
const LOOK_EVERY_MS = 30_000;

/** Orders that wait for their first public reply, the most urgent first; everything under `desk` is read anew after a move. */
export const waitingReplies = {
  queryKey: ['desk', 'queue'],
  queryFn: () => api.get('/api/duty/queue', { query: { limit: PAGE } }),
  refetchInterval: LOOK_EVERY_MS,
};

/** Who waits to be registered as living somewhere; everything under `residents` is read anew after a decision. */
export const waitingResidents = {
  queryKey: ['residents', 'at-a-glance'],
  queryFn: () => api.get('/api/residencies', { query: { state: 'requested', limit: PAGE } }),
};
