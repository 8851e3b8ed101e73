import Taro from '@tarojs/taro';
import { apiOrigin } from './api-origin.js';

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path below the API's origin, e.g. `/api/orders?limit=20`. */
  path: string;
  body?: object;
  headers?: Record<string, string>;
}

export interface HttpResponse {
  status: number;
  /** Parsed JSON; `null` or a string when the answer was not JSON (a proxy's page, for instance). */
  body: unknown;
}

/** No answer came: offline, refused, or later than the limit. What the server made of the request is unknown. */
export class HttpUnreachable extends Error {}

/** WeChat gives up after 60 s by itself; nobody looks at an empty screen that long. */
const TIMEOUT_MS = 15_000;

/** The client's only way to the network. Every status the server answers with resolves. */
export async function sendHttp({ method, path, body, headers }: HttpRequest): Promise<HttpResponse> {
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
