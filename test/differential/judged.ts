import { EJSON } from 'bson';
import type { MongoClient } from 'mongodb';
import type { Operation } from './operations';
import type { Played } from './play';

/** A known family of differences, and who is right by MongoDB's documentation. */
export interface Judged {
  readonly server: 'mongo-java-server' | 'FerretDB';
  readonly rule: string;
  /** Of the operation, of this store's reply and of the other's, as canonical EJSON; all that are given have to match. */
  readonly operation?: RegExp;
  readonly ours?: RegExp;
  readonly theirs?: RegExp;
  /** Left out of both replies, which then have to be the same. */
  readonly ignoring?: RegExp;
  /** Both hold the same documents afterwards; `but-order`: when the order of their fields is left out. */
  readonly sameDocuments?: true | 'but-order';
  /** Both replies are the same when the order of fields is left out. */
  readonly sameReply?: 'but-order';
}

/** True when the rule is about this difference. */
export function judges(
  rule: Judged,
  operation: Operation | undefined,
  ours: Played,
  theirs: Played,
): boolean {
  const text = operation ? EJSON.stringify(operation, { relaxed: false }) : 'indexes';
  const texts: [RegExp | undefined, string][] = [
    [rule.operation, text],
    [rule.ours, ours.reply],
    [rule.theirs, theirs.reply],
  ];
  return texts.every(([pattern, of]) => pattern?.test(of) ?? true) && sameBut(rule, ours, theirs);
}

function sameBut({ sameDocuments, sameReply, ignoring }: Judged, ours: Played, theirs: Played): boolean {
  return (
    (!sameDocuments || alike(ours.documents, theirs.documents, sameDocuments)) &&
    (!sameReply || alike(ours.reply, theirs.reply, sameReply)) &&
    (!ignoring || ours.reply.replaceAll(ignoring, '') === theirs.reply.replaceAll(ignoring, ''))
  );
}

const as = (text: string, how: true | 'but-order' | undefined): string =>
  how === 'but-order' && text !== '' ? JSON.stringify(JSON.parse(text, inNameOrder)) : text;

const alike = (a: string, b: string, how: true | 'but-order'): boolean => as(a, how) === as(b, how);

const inNameOrder = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([x], [y]) => (x < y ? -1 : 1)))
    : value;

/** Which server answers: MongoDB unless it gives itself away. */
export async function serverOf(client: MongoClient): Promise<string> {
  const info = await client.db('admin').command({ buildInfo: 1 });
  if (info.ferretdb ?? info.ferretdbVersion) return 'FerretDB';
  return info.gitVersion ? 'MongoDB' : 'mongo-java-server';
}
