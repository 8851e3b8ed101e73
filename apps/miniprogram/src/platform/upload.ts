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
export function uploadPhoto({ path, photo, headers, onProgress }: Upload): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', apiOrigin + path);
    request.timeout = TIMEOUT_MS;
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve({ status: request.status, body: parsed(request.responseText) });
    request.onerror = request.ontimeout = () => reject(new HttpUnreachable(`upload ${path}`));
    const form = new FormData();
    form.append('file', photo.blob ?? new Blob(), 'photo.jpg');
    request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
