import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Database } from '../database/database.js';
import type { NamedStatement } from '../database/statement.js';
import { Problem } from '../http/problem.js';

/** A repeatable write: the key the client chose and a digest of what it asked for. */
export interface Repeatable {
  readonly key: string;
  readonly requestHash: string;
}

const KEY = /^[\x21-\x7e]{1,100}$/;

/** The `Idempotency-Key` of a request, or null. A key of another form is a 400, not a silently unprotected write. */
export function repeatableOf(request: FastifyRequest): Repeatable | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new Problem(400, 'request.idempotency_key', 'Idempotency-Key 应为 1 到 100 个可见字符');
  }
  const digest = createHash('sha256').update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? {})}`);
  return { key, requestHash: digest.digest('base64url') };
}

/** Describes the header in the API's documentation, for the decorators of parameters that read it. */
export const describeIdempotencyKey: ParameterDecorator = (target, method) => {
  const descriptor = method === undefined ? undefined : Object.getOwnPropertyDescriptor(target, method);
  if (method === undefined || !descriptor) return;
  const header = {
    name: 'Idempotency-Key',
    required: false,
    description:
      'Chosen by the client, 1 to 100 visible characters: asked again with the same key within two days, the write happens once.',
    schema: { type: 'string', minLength: 1, maxLength: 100 },
  };
  ApiHeader(header)(target, method, descriptor);
};

export const IdempotencyKey = createParamDecorator(
  (_: unknown, context: ExecutionContext): Repeatable | null =>
    repeatableOf(context.switchToHttp().getRequest<FastifyRequest>()),
  [describeIdempotencyKey],
);

/**
 * The part of a write that takes the key, hanging on the part `from` that decides. A key already used fails the whole
 * statement (see isRepeated), so nothing of it is written a second time; a write that matched nothing takes no key.
 */
export function takeKey(
  cityId: number,
  personId: string,
  repeatable: Repeatable,
  subjectId: string,
  from: string,
): NamedStatement {
  return {
    as: 'key',
    text: `INSERT INTO idempotency_keys (city_id, person_id, key, request_hash, subject_id) SELECT $1::int, $2::uuid, $3, $4, $5::uuid FROM ${from}`,
    values: [cityId, personId, repeatable.key, repeatable.requestHash, subjectId],
  };
}

/** Whether a write failed because its key was used: by an earlier request, or by the same one sent twice at once. */
export function isRepeated(error: unknown): boolean {
  const { code, constraint } = (error ?? {}) as { code?: unknown; constraint?: unknown };
  return code === '23505' && constraint === 'idempotency_keys_pkey';
}

/**
 * What an earlier request with this key led to, or null for a new key.
 * @throws Problem 422 when the key was used for another request: repeating must mean repeating.
 */
export async function earlierSubject(
  database: Database,
  cityId: number,
  personId: string,
  repeatable: Repeatable | null,
): Promise<string | null> {
  if (!repeatable) return null;
  const row = await database.first<{ subject_id: string; request_hash: string }>(
    'SELECT subject_id, request_hash FROM idempotency_keys WHERE city_id = $1 AND person_id = $2 AND key = $3',
    [cityId, personId, repeatable.key],
  );
  if (row && row.request_hash !== repeatable.requestHash) {
    throw new Problem(422, 'request.idempotency_key_reused', '这个 Idempotency-Key 已用于另一个请求，请换一个');
  }
  return row?.subject_id ?? null;
}

/**
 * Runs a write that happens once for its key, and answers with what it led to. Sent twice at once, the twin may be the very
 * reason why this one is refused: then the twin's answer is this one's too.
 */
export async function once(
  database: Database,
  { cityId, personId }: { readonly cityId: number; readonly personId: string },
  repeatable: Repeatable | null,
  write: () => Promise<string>,
): Promise<string> {
  const earlier = (): Promise<string | null> => earlierSubject(database, cityId, personId, repeatable);
  const known = await earlier();
  if (known) return known;
  try {
    return await write();
  } catch (error) {
    const twin = isRepeated(error) || error instanceof Problem ? await earlier() : null;
    if (twin) return twin;
    throw error;
  }
}
