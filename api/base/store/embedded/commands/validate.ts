import type { Document } from 'bson';
import { refuse } from '../command-error';
import type { Fault } from '../validate/fault';
import type { Findings } from '../validate/findings';
import { validateCollection } from '../validate/validate-collection';
import { type Command, collectionName, refuseOptions } from './command';

const UNSUPPORTED = [
  'repair',
  'metadata',
  'fixMultikey',
  'checkBSONConformance',
  'enforceFastCount',
  'logDiagnostics',
];

const SUMMARY: Readonly<Record<Fault['kind'], (n: number) => string>> = {
  corrupt: (n) => `Detected ${n} corrupt records.`,
  missing: (n) => `Detected ${n} missing index entries.`,
  extra: (n) => `Detected ${n} extra index entries.`,
  repeated: (n) => `Detected ${n} duplicate keys in unique indexes.`,
  unmarked: (n) => `Detected ${n} documents that an index is not marked for.`,
};

const KINDS = Object.keys(SUMMARY) as Fault['kind'][];

function told(findings: Findings, ...kinds: readonly Fault['kind'][]): Document[] {
  const chosen = findings.told.filter(({ kind }) => kinds.includes(kind));
  return chosen.map((fault) => ({
    indexName: 'index' in fault ? fault.index : undefined,
    recordId: fault.key,
  }));
}

function reply(ns: string, findings: Findings): Document {
  const indexes = [...findings.entries.keys()];
  return {
    ns,
    nInvalidDocuments: findings.count('corrupt'),
    nNonCompliantDocuments: 0,
    nrecords: findings.records,
    nIndexes: indexes.length,
    keysPerIndex: Object.fromEntries(findings.entries),
    indexDetails: Object.fromEntries(indexes.map((name) => [name, { valid: findings.whole(name) }])),
    valid: findings.valid,
    repaired: false,
    warnings: [],
    errors: KINDS.filter((kind) => findings.count(kind) > 0).map((kind) =>
      SUMMARY[kind](findings.count(kind)),
    ),
    extraIndexEntries: told(findings, 'extra', 'repeated'),
    missingIndexEntries: told(findings, 'missing', 'unmarked'),
    corruptRecords: told(findings, 'corrupt').map(({ recordId }): unknown => recordId),
  };
}

/** Checks a collection while it serves. `full` reads no more than the plain one, which already reads everything. */
export const validate: Command = async (call) => {
  const { engine, db, body, deadline } = call;
  refuseOptions(body, UNSUPPORTED, 'validate');
  const name = collectionName(call);
  if (body.full === true && body.background === true)
    refuse(
      'InvalidOptions',
      'Running the validate command with both { background: true } and { full: true } is not supported.',
    );
  const collection = engine.catalog.find(db, name);
  if (!collection)
    return refuse('NamespaceNotFound', `Collection '${db}.${name}' does not exist to validate.`);
  const findings = await validateCollection(engine, collection, deadline);
  for (const fault of findings.told)
    if (fault.kind === 'corrupt') engine.env.onDamage({ namespace: `${db}.${name}`, key: fault.key });
  return reply(`${db}.${name}`, findings);
};
