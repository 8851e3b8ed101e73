import { HttpUnreachable, sendHttp } from '../platform/http.js';
import { ApiError } from './api-error.js';
import { toApiError } from './problem.js';

/**
 * Reads one document of the API.
 * @throws ApiError always with a sentence that can be shown as it is
 */
export async function getJson(path: string): Promise<unknown> {
  try {
    const { status, body } = await sendHttp({ method: 'GET', path });
    if (status >= 200 && status < 300) return body;
    throw toApiError(status, body);
  } catch (error) {
    if (error instanceof HttpUnreachable) {
      throw new ApiError('network.unreachable', '网络不通，没能连上服务。请看看网络，再试一次。');
    }
    throw error;
  }
}
