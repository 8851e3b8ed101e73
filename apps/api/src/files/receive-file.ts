import type { FastifyRequest } from 'fastify';
import { Problem } from '../platform/http/problem.js';
import { MAX_BYTES, tooLarge } from './photo-problems.js';

/** Boundaries and headers of the parts around the file. */
const ENVELOPE_BYTES = 16 * 1024;

const MISSING = '请选择一张照片（multipart/form-data，一次一张）';
const PROBLEMS: Readonly<Record<string, () => Problem>> = {
  FST_REQ_FILE_TOO_LARGE: tooLarge,
  FST_FILES_LIMIT: () => new Problem(400, 'file.one_at_a_time', '一次只能上传一张照片'),
  FST_INVALID_MULTIPART_CONTENT_TYPE: () => new Problem(415, 'request.unsupported_type', MISSING),
};

/**
 * Writes the one file of a multipart request to `folder`, as it arrives: twenty photos on their way cost no memory.
 * The file is deleted when the request ends, however it ends. Answers with its path.
 * @throws Problem 400, 413, 415
 */
export async function receiveFile(request: FastifyRequest, folder: string): Promise<string> {
  if (Number(request.headers['content-length']) > MAX_BYTES + ENVELOPE_BYTES) throw tooLarge();
  const { files } = await request.saveRequestFiles({ tmpdir: folder }).catch((error: unknown) => {
    throw problemOf(error);
  });
  const [file] = files;
  if (!file) throw new Problem(400, 'file.missing', MISSING);
  return file.filepath;
}

/** The parser throws bare errors for whatever it cannot parse; a failing disk throws errors with a system call. */
function problemOf(error: unknown): unknown {
  if (!(error instanceof Error) || 'syscall' in error) return error;
  const known = 'code' in error && typeof error.code === 'string' ? PROBLEMS[error.code] : undefined;
  return known?.() ?? new Problem(400, 'request.malformed', '请求的格式不对，请检查后再试');
}
