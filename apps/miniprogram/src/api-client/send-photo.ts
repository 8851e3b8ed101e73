import { HttpUnreachable } from '../platform/http.js';
import type { PickedPhoto } from '../platform/photos.js';
import { uploadPhoto } from '../platform/upload.js';
import { ApiError } from './api-error.js';
import { withMyTokens } from './send-as-me.js';
import { isRecord } from './json.js';
import { toApiError } from './problem.js';

/**
 * Sends one photo and gives its id; photos carry no key, because one that nothing claims is removed after a day.
 * @param onProgress 0–1
 * @throws ApiError
 */
export async function sendPhoto(photo: PickedPhoto, onProgress: (share: number) => void): Promise<string> {
  const send = withMyTokens(({ path, headers = {} }) => uploadPhoto({ path, photo, headers, onProgress }));
  try {
    const { status, body } = await send({ method: 'POST', path: '/api/files' });
    if (status !== 201) throw toApiError(status, body);
    if (!isRecord(body) || typeof body.id !== 'string') {
      throw new ApiError('answer.unreadable', '服务的回答没能读懂，请稍后再试。');
    }
    return body.id;
  } catch (error) {
    if (error instanceof HttpUnreachable) throw new ApiError('network.unreachable', '网络不通，照片没有传上去。');
    throw error;
  }
}
