import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** One line from the keyboard without showing it, or the first line of what is piped in. Null when there is none. */
export async function readSecret(prompt: string): Promise<string | null> {
  const { stdin, stdout } = process;
  if (stdin.isTTY) stdout.write(prompt);
  const lines = createInterface({
    input: stdin,
    output: new Writable({ write: (_chunk, _encoding, done) => done() }),
    terminal: stdin.isTTY,
  });
  try {
    for await (const line of lines) return line;
    return null;
  } finally {
    lines.close();
    if (stdin.isTTY) stdout.write('\n');
  }
}
