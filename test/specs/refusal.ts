import type { Document } from 'bson';

/** Codes by which the store says that it does not do what MongoDB would. */
const CODES = new Set([20, 67, 115, 238]);

const SENTENCES = [
  /^(?:the (?:command|stage|expression|accumulator|variable) )?(.+?)(?: in .+)? is not supported by the embedded store/,
  /^(Transaction numbers)/,
  /^(Unknown index plugin)/,
];

/** The feature that an error of the server refuses by name; undefined for every other error. */
export function refusedFeature(code: unknown, message: string): string | undefined {
  if (!CODES.has(Number(code))) return undefined;
  return SENTENCES.map((sentence) => sentence.exec(message)?.[1]).find((found) => found !== undefined);
}

/** The features refused in the statements of a write that was otherwise carried out. */
export function refusedStatements(reply: Document): string[] {
  const errors = (reply.writeErrors ?? []) as { code: unknown; errmsg: string }[];
  return errors.flatMap(({ code, errmsg }) => refusedFeature(code, errmsg) ?? []);
}
