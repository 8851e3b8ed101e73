import { ApiError } from './api-error.js';
import { isRecord } from './json.js';

/**
 * Turns an answer that is not 2xx into an error; reads RFC 9457 problem documents and survives anything else. The number by which
 * the operator finds a fault of the server in the log is said with it.
 */
export function toApiError(status: number, body: unknown): ApiError {
  const problem = isRecord(body) ? body : {};
  const code = typeof problem.code === 'string' ? problem.code : `http.${status}`;
  const title = typeof problem.title === 'string' ? problem.title : plainSentence(status);
  const faults: readonly unknown[] = Array.isArray(problem.errors) ? problem.errors : [];
  return new ApiError(
    code,
    status >= 500 && typeof problem.detail === 'string' ? `${title}（${problem.detail}）` : title,
    faults.flatMap((fault) =>
      isRecord(fault) && typeof fault.field === 'string' && typeof fault.message === 'string'
        ? [{ field: fault.field, message: fault.message }]
        : [],
    ),
  );
}

function plainSentence(status: number): string {
  if (status === 401) return '请先登录。';
  if (status === 429) return '点得有点快了，请稍等一会儿再试。';
  return status >= 500 ? '服务正在忙或维护中，请稍后再试。' : '这次没有取到内容，请稍后再试。';
}
