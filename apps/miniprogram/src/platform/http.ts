import Taro from '@tarojs/taro';
import { apiOrigin } from './api-origin.js';
import { earlyAnswer } from './early-answers.js';
import type { HttpRequest, HttpResponse } from './http-messages.js';

export type { HttpRequest, HttpResponse };

/** No answer came: offline, refused, or later than the limit. What the server made of the request is unknown. */
export class HttpUnreachable extends Error {}

/** WeChat gives up after 60 s by itself; nobody looks at an empty screen that long. */
const TIMEOUT_MS = 15_000;

/** The client's only way to the network. Every status the server answers with resolves. */
export async function sendHttp(request: HttpRequest): Promise<HttpResponse> {
  const early = await earlyAnswer(request);
  if (early !== null) return early;
  const { method, path, body, headers } = request;
  try {
    const { statusCode, data } = await Taro.request<unknown>({
      url: apiOrigin + path,
      method,
      data: body,
      header: { accept: 'application/json', ...headers },
      timeout: TIMEOUT_MS,
    });
    return { status: statusCode, body: data };
  } catch (cause) {
    throw new HttpUnreachable(`${method} ${path}`, { cause });
  }
}
