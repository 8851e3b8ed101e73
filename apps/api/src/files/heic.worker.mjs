// Runs in a thread of its own for one picture: decoding blocks for seconds, and the decoder's memory never shrinks.
// Plain JavaScript, because a thread is started from a file as it lies on the disk, in tests as well.
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import decode from 'heic-decode';

const { path, maxPixels } = workerData;
const [picture] = await decode.all({ buffer: await readFile(path) });
const { width, height } = picture;
if (width * height > maxPixels) {
  parentPort.postMessage({ tooManyPixels: true });
} else {
  const { data } = await picture.decode();
  parentPort.postMessage({ width, height, data }, [data.buffer]);
}
