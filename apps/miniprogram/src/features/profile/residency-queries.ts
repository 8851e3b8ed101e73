import type { Schemas } from '../../api-client/api.js';
import { queryClient } from '../../api-client/query-client.js';

export type Residency = Schemas['ResidencyDto'];

/** What was decided shows in the list and in the count that leads to it. */
export const rereadResidents = () => void queryClient.invalidateQueries({ queryKey: ['residents'] });
