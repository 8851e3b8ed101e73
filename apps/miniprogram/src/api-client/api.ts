import { HttpUnreachable, type HttpRequest } from '../platform/http.js';
import { ApiError } from './api-error.js';
import { fillPath, queryString } from './paths.js';
import { toApiError } from './problem.js';
import type { components, paths } from './schema.js';
import { sendAsMe } from './send-as-me.js';

/** The API's own shapes, by the names of its document. */
export type Schemas = components['schemas'];

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type PathOf<M extends Method> = {
  [P in keyof paths]: NonNullable<paths[P][M]> extends { responses: unknown } ? P : never;
}[keyof paths];
type Operation<P extends keyof paths, M extends Method> = NonNullable<paths[P][M]>;

type Json<Answer> = Answer extends { content: { 'application/json': infer Body } } ? Body : undefined;
type Answer<Op> = Op extends { responses: { 200: infer Ok } }
  ? Json<Ok>
  : Op extends { responses: { 201: infer Made } }
    ? Json<Made>
    : undefined;

type Part<Name extends string, Value> = [NonNullable<Value>] extends [never]
  ? unknown
  : undefined extends Value
    ? { [N in Name]?: NonNullable<Value> }
    : { [N in Name]: Value };
type Parameters<Op, Where extends string> = Op extends { parameters: infer All }
  ? Where extends keyof All
    ? All[Where]
    : undefined
  : undefined;
type Body<Op> = Op extends { requestBody: { content: { 'application/json': infer Json } } } ? Json : undefined;
type Input<Op> = Part<'path', Parameters<Op, 'path'>> &
  Part<'query', Parameters<Op, 'query'>> &
  Part<'body', Body<Op>> & {
    /** Idempotency-Key: the same one for every try of one submission. */
    key?: string;
  };

/**
 * Asks the API, typed by its document.
 * @throws ApiError always with a sentence that can be shown as it is
 */
async function call(
  method: HttpRequest['method'],
  template: string,
  input: { path?: object; query?: object; body?: object; key?: string } = {},
): Promise<unknown> {
  const path = fillPath(template, { ...input.path }) + queryString({ ...input.query });
  const hasBody = method !== 'GET' && method !== 'DELETE';
  try {
    const { status, body } = await sendAsMe({
      method,
      path,
      ...(hasBody ? { body: input.body ?? {} } : {}),
      ...(input.key === undefined ? {} : { headers: { 'idempotency-key': input.key } }),
    });
    if (status >= 200 && status < 300) return body;
    throw toApiError(status, body);
  } catch (error) {
    if (error instanceof HttpUnreachable) {
      throw new ApiError('network.unreachable', '网络不通，没能连上服务。请看看网络，再试一次。');
    }
    throw error;
  }
}

export const api = {
  get: <P extends PathOf<'get'>>(path: P, input?: Input<Operation<P, 'get'>>) =>
    call('GET', path, input) as Promise<Answer<Operation<P, 'get'>>>,
  post: <P extends PathOf<'post'>>(path: P, input?: Input<Operation<P, 'post'>>) =>
    call('POST', path, input) as Promise<Answer<Operation<P, 'post'>>>,
  put: <P extends PathOf<'put'>>(path: P, input: Input<Operation<P, 'put'>>) =>
    call('PUT', path, input) as Promise<Answer<Operation<P, 'put'>>>,
  patch: <P extends PathOf<'patch'>>(path: P, input: Input<Operation<P, 'patch'>>) =>
    call('PATCH', path, input) as Promise<Answer<Operation<P, 'patch'>>>,
  delete: <P extends PathOf<'delete'>>(path: P, input?: Input<Operation<P, 'delete'>>) =>
    call('DELETE', path, input) as Promise<Answer<Operation<P, 'delete'>>>,
  /** For what the document does not describe yet: the answer must be looked at before it is used. */
  unknown: (method: HttpRequest['method'], path: string, input: { query?: object; body?: object } = {}) =>
    call(method, path, input),
};
