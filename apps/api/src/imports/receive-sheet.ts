import type { FastifyRequest } from 'fastify';
import { Problem } from '../platform/http/problem.js';
import { MOST_BYTES } from './limits.js';

/** Boundaries and headers around the file. */
const ENVELOPE_BYTES = 16 * 1024;

const tooLarge = (): Problem =>
  new Problem(413, 'import.too_large', `文件不能超过 ${MOST_BYTES / 1024 / 1024} MB，请分成几个文件`);

/**
 * The one file of a multipart request.
 * @throws Problem 400, 413, 415
 */
export async function receiveSheet(request: FastifyRequest): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers['content-length']) > MOST_BYTES + ENVELOPE_BYTES) throw tooLarge();
  if (!request.isMultipart()) {
    throw new Problem(415, 'request.unsupported_type', '请以 multipart/form-data 上传一个 .xlsx 或 .csv 文件');
  }
  try {
    const file = await request.file({ limits: { fileSize: MOST_BYTES } });
    // A copy of its own memory, which can be handed to a thread.
    if (file) return new Uint8Array(await file.toBuffer());
  } catch (error) {
    if (!(error instanceof Error) || 'syscall' in error) throw error;
    const tooBig = 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE';
    throw tooBig ? tooLarge() : new Problem(400, 'request.malformed', '请求的格式不对，请检查后再试');
  }
  throw new Problem(400, 'import.file_missing', '请选择要导入的文件');
}
