import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { run } from '../tools/processes.mjs';

/** @typedef {{ word: string, rest: string }} Instruction */

/**
 * The instructions of one stage, in order.
 * @param {string} file
 * @param {string} target
 * @returns {Instruction[]}
 */
export function stageOf(file, target) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const instructions = lines
    .filter((line) => /^[A-Z]+ /.test(line))
    .map((line) => {
      const [, word = '', rest = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
      return { word, rest };
    });
  const begin = instructions.findIndex(({ word, rest }) => word === 'FROM' && rest.endsWith(` AS ${target}`));
  if (begin < 0) throw new Error(`${file} has no stage ${target}`);
  const end = instructions.findIndex(({ word }, index) => word === 'FROM' && index > begin);
  return instructions.slice(begin, end < 0 ? undefined : end);
}

/**
 * What a stage sets with ENV.
 * @param {readonly Instruction[]} stage
 * @returns {Record<string, string>}
 */
export function environmentOf(stage) {
  const settings = stage.filter(({ word }) => word === 'ENV').flatMap(({ rest }) => rest.split(' '));
  return Object.fromEntries(settings.map((setting) => setting.split('=')));
}

/**
 * Carries out COPY and `RUN npm …` of a stage in an empty folder, as a builder would in an empty image. What the stage
 * takes from the build stage is taken from the repository, which must be built.
 * @param {readonly Instruction[]} stage
 * @param {string} root the repository
 * @param {string} folder stands for the stage's WORKDIR
 */
export async function stageInto(stage, root, folder) {
  for (const { word, rest } of stage) {
    if (word === 'COPY') {
      const words = rest.split(' ').filter((part) => !part.startsWith('--from='));
      const target = words.at(-1) ?? '';
      for (const source of words.slice(0, -1))
        copy(join(root, relative('/app', resolve('/app', source))), folder, target);
    } else if (word === 'RUN' && rest.startsWith('npm ')) {
      const env = { ...process.env, npm_config_prefer_offline: 'true', ...environmentOf(stage) };
      const { ok, output } = await run('npm', rest.split(' ').slice(1), { cwd: folder, env });
      if (!ok)
        throw new Error(
          `${rest}:\n${output
            .match(/^npm error .*$/gm)
            ?.slice(0, 10)
            .join('\n')}`,
        );
    }
  }
}

/** A target that ends in a slash is a folder to put the file into. @param {string} from @param {string} folder @param {string} target */
function copy(from, folder, target) {
  const to = join(folder, target);
  const into = target === './' || target.endsWith('/') ? join(to, from.split('/').at(-1) ?? '') : to;
  mkdirSync(dirname(into), { recursive: true });
  cpSync(from, into, { recursive: true });
}
