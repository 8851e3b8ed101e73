import type { HttpRequest, HttpResponse } from './http-messages.js';

/** WeChat has the code on the phone before it starts: nothing is asked earlier than the app does. */
export const earlyAnswer = (_request: HttpRequest): Promise<HttpResponse | null> => Promise.resolve(null);
