import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Problem } from './problem.js';
import { problemBody } from './problem.filter.js';

function problemOf(code: string | undefined): Problem {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return new Problem(431, 'request.too_large', '请求头太大了');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Problem(408, 'request.too_slow', '网络太慢，请求没有收完，请重试');
    default:
      return new Problem(400, 'request.malformed', '请求的格式不对，请检查后再试');
  }
}

/** What Node's parser refuses before there is a request is answered like everything else; then the connection ends. */
export function answerClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemOf(error.code);
  const body = JSON.stringify(problemBody(problem));
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n` +
      'Content-Type: application/problem+json; charset=utf-8\r\n' +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
