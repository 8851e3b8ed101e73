import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

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
  const text = readFileSync(file, 'utf8').replace(VARIABLE, (_, variable, rule, fallback) => {
    const value = env[variable];
    if (value) return value;
    if (rule === ':?') throw new Error(`required variable ${variable} is missing a value`);
    return fallback ?? '';
  });
  const service = parse(text, { merge: true }).services[name];
  return { command: service.command ?? [], environment: service.environment ?? {} };
}
