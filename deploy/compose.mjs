import { readFileSync } from 'node:fs';
import yaml from 'yaml';

/** @typedef {{ command: string[], environment: Record<string, string> }} Service */

/** Every `${NAME}` of the file with how it behaves when the variable is missing, as Compose defines it. */
const VARIABLE = /\$\{(\w+)(?:(:-|:\?)([^}]*))?\}/g;

/**
 * The variables a Compose file reads, and those among them it refuses to do without.
 * @param {string} file
 */
export function variablesOf(file) {
  const found = [...readFileSync(file, 'utf8').matchAll(VARIABLE)];
  const names = (/** @type {RegExpMatchArray[]} */ matches) =>
    [...new Set(matches.map((match) => match[1] ?? ''))].sort();
  return { all: names(found), required: names(found.filter((match) => match[2] === ':?')) };
}

/**
 * A service as Compose would start it.
 * @param {string} file
 * @param {string} name
 * @param {Readonly<Record<string, string>>} env stands for the shell's environment
 * @returns {Service}
 * @throws {Error} naming a required variable that is missing
 */
export function serviceOf(file, name, env) {
  /** @type {{ command?: unknown[], environment?: Record<string, unknown> }} */
  const service = yaml.parse(readFileSync(file, 'utf8'), { merge: true }).services[name];
  const filled = (/** @type {unknown} */ value) =>
    String(value).replace(VARIABLE, (_, variable, rule, fallback) => {
      const given = env[variable];
      if (given) return given;
      if (rule === ':?') throw new Error(`required variable ${variable} is missing a value`);
      return fallback ?? '';
    });
  const environment = Object.entries(service.environment ?? {}).map(([key, value]) => [key, filled(value)]);
  return { command: (service.command ?? []).map(filled), environment: Object.fromEntries(environment) };
}
