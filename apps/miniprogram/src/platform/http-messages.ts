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
