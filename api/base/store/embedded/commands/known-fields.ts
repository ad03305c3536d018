import { refuseUnknown } from './command';
import type { Doc } from '../values/types';

const words = (text: string): string[] => text.trim().split(/\s+/);

/** What the driver may send with any command. */
const COMMON =
  words(`$db lsid $clusterTime $readPreference readConcern writeConcern maxTimeMS comment txnNumber
  startTransaction autocommit apiVersion apiStrict apiDeprecationErrors`);

/** The fields of each command in MongoDB 7.0, those included that the command itself then refuses by name. */
const OWN: Readonly<Record<string, string>> = {
  insert: 'documents ordered bypassDocumentValidation',
  update: 'updates ordered let bypassDocumentValidation',
  delete: 'deletes ordered let',
  findAndModify: `findandmodify query fields sort hint collation arrayFilters remove update new upsert let
    bypassDocumentValidation`,
  find: `filter projection sort hint skip limit batchSize singleBatch collation let max min returnKey showRecordId
    tailable awaitData noCursorTimeout oplogReplay allowPartialResults allowDiskUse`,
  getMore: 'collection batchSize',
  killCursors: 'cursors',
  count: 'query limit skip hint collation fields',
  distinct: 'key query collation',
  aggregate: 'pipeline cursor collation let explain hint allowDiskUse bypassDocumentValidation',
  createIndexes: 'indexes commitQuorum ignoreUnknownIndexOptions',
  listIndexes: 'cursor',
  dropIndexes: 'index',
  create: `capped size max timeseries expireAfterSeconds clusteredIndex validator validationLevel validationAction
    viewOn pipeline collation changeStreamPreAndPostImages encryptedFields autoIndexId storageEngine
    indexOptionDefaults`,
  drop: '',
  dropDatabase: '',
  listCollections: 'filter nameOnly authorizedCollections cursor',
  listDatabases: 'filter nameOnly authorizedDatabases',
  validate: `full background repair metadata fixMultikey checkBSONConformance enforceFastCount logDiagnostics`,
};

const KNOWN: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(OWN).map(([name, own]) => [name, new Set([name, ...COMMON, ...words(own)])]),
);

/** Refuses a field that the command does not have: a misspelt option must not be passed over. */
export function refuseUnknownFields(name: string, body: Doc): void {
  const known = KNOWN.get(name);
  if (known) refuseUnknown(body, known, name);
}
