import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

/** Everything that is thrown leaves as problem+json with a code; a stack or a database's words never do. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    void sendProblem(reply, this.toProblem(error, request));
  }

  private toProblem(error: unknown, request: FastifyRequest): Problem {
    const known = knownProblem(error);
    if (known) return known;
    this.log.error(
      { requestId: request.id, route: request.routeOptions?.url, error: errorText(error) },
      'unexpected error',
    );
    return new Problem(500, 'server.unexpected', '系统出了点问题，请稍后再试', {
      detail: `请求编号 ${String(request.id)}`,
    });
  }
}

export function problemBody({ status, code, title, options: { detail, errors, facts } }: Problem): object {
  return {
    type: `/api/docs/problems#${code}`,
    title,
    status,
    code,
    ...(detail && { detail }),
    ...(errors && { errors }),
    ...facts,
  };
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const { retryAfterSeconds } = problem.options;
  if (retryAfterSeconds !== undefined) void reply.header('Retry-After', Math.max(1, Math.ceil(retryAfterSeconds)));
  return reply
    .status(problem.status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .send(problemBody(problem));
}

const BY_STATUS: Readonly<Record<number, readonly [code: string, title: string]>> = {
  400: ['request.malformed', '请求的格式不对，请检查后再试'],
  404: ['request.not_found', '没有这个地址'],
  405: ['request.method_not_allowed', '这个地址不支持这种操作'],
  413: ['request.too_large', '内容太大了，请精简后再试'],
  414: ['request.too_large', '地址太长了'],
  415: ['request.unsupported_type', '不支持这种内容类型，请发送 JSON'],
  431: ['request.too_large', '请求头太大了'],
};

/** What Fastify, its plugins or Nest refuse by themselves, in our words; null when nobody expected it. */
export function knownProblem(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  const status = error instanceof HttpException ? error.getStatus() : statusCodeOf(error);
  if (status === null || status >= 500) return databaseProblem(error);
  const [code, title] = BY_STATUS[status] ?? ['request.refused', '请求被拒绝'];
  return new Problem(status, code, title);
}

function statusCodeOf(error: unknown): number | null {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : null;
}

/** Data that PostgreSQL alone can refuse (a value out of range, a byte it cannot store) is the request's fault, not ours. */
function databaseProblem(error: unknown): Problem | null {
  const state = (error as { code?: unknown; driverError?: { code?: unknown } } | null)?.code;
  if (typeof state !== 'string') return null;
  if (/^22/.test(state)) return new Problem(400, 'request.invalid', '有一项内容无法保存，请检查后再试');
  if (state === '23505') return new Problem(409, 'request.conflict', '已经有一样的记录了');
  if (/^(08|57P)/.test(state))
    return new Problem(503, 'server.unavailable', '系统正在恢复，请稍后再试', { retryAfterSeconds: 5 });
  return null;
}

function errorText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
