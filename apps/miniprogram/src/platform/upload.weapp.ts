import Taro from '@tarojs/taro';
import { apiOrigin } from './api-origin.js';
import { HttpUnreachable, type HttpResponse } from './http.js';
import type { PickedPhoto } from './photos.js';

export interface Upload {
  readonly path: string;
  readonly photo: PickedPhoto;
  readonly headers: Readonly<Record<string, string>>;
  /** 0–1. */
  readonly onProgress: (share: number) => void;
}

const TIMEOUT_MS = 60_000;

/** Sends one photo as the field `file`. Every status the server answers with resolves. */
export async function uploadPhoto({ path, photo, headers, onProgress }: Upload): Promise<HttpResponse> {
  const task = Taro.uploadFile({
    url: apiOrigin + path,
    filePath: photo.path,
    name: 'file',
    header: { ...headers },
    timeout: TIMEOUT_MS,
  });
  task.progress(({ progress }) => onProgress(progress / 100));
  try {
    const { statusCode, data } = await task;
    return { status: statusCode, body: parsed(data) };
  } catch (cause) {
    throw new HttpUnreachable(`upload ${path}`, { cause });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
