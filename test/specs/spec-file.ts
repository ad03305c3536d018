import { EJSON } from 'bson';
import { z } from 'zod';

/*
 * A file of the drivers' "unified test format", as far as their CRUD files use it. What is not known here is a fault of
 * the file, never something to pass over: a test half understood proves nothing.
 */

const document = z.record(z.string(), z.unknown());
const only = z.array(z.string());

const requirement = z.strictObject({
  minServerVersion: z.string().optional(),
  maxServerVersion: z.string().optional(),
  topologies: only.optional(),
  serverless: z.enum(['require', 'allow', 'forbid']).optional(),
});

const client = z.strictObject({
  id: z.string(),
  uriOptions: document.optional(),
  observeEvents: only.optional(),
  ignoreCommandMonitoringEvents: only.optional(),
  useMultipleMongoses: z.boolean().optional(),
});

const database = z.strictObject({
  id: z.string(),
  client: z.string(),
  databaseName: z.string(),
  databaseOptions: document.optional(),
});

const collection = z.strictObject({
  id: z.string(),
  database: z.string(),
  collectionName: z.string(),
  collectionOptions: document.optional(),
});

const session = z.strictObject({ id: z.string(), client: z.string() });

/** One thing of the test: exactly one of these. */
const entity = z
  .strictObject({ client, database, collection, session })
  .partial()
  .refine((made) => Object.keys(made).length === 1);

const contents = z.strictObject({
  databaseName: z.string(),
  collectionName: z.string(),
  documents: z.array(document),
});

const expectedError = z.strictObject({
  isError: z.boolean().optional(),
  isClientError: z.boolean().optional(),
  errorContains: z.string().optional(),
  errorCode: z.number().optional(),
  errorCodeName: z.string().optional(),
  errorResponse: document.optional(),
  expectResult: z.unknown().optional(),
  writeErrors: document.optional(),
  writeConcernErrors: z.array(document).optional(),
});

const operation = z.strictObject({
  name: z.string(),
  object: z.string(),
  arguments: document.optional(),
  expectResult: z.unknown().optional(),
  expectError: expectedError.optional(),
  saveResultAsEntity: z.string().optional(),
});

const body = z.strictObject({
  command: document.optional(),
  reply: document.optional(),
  commandName: z.string().optional(),
  databaseName: z.string().optional(),
});

const expectedEvents = z.strictObject({
  client: z.string(),
  events: z.array(z.record(z.enum(['commandStartedEvent', 'commandSucceededEvent']), body.optional())),
});

const test = z.strictObject({
  description: z.string(),
  runOnRequirements: z.array(requirement).optional(),
  operations: z.array(operation),
  expectEvents: z.array(expectedEvents).optional(),
  outcome: z.array(contents).optional(),
});

const specFile = z.strictObject({
  description: z.string(),
  schemaVersion: z.string().startsWith('1.'),
  runOnRequirements: z.array(requirement).optional(),
  createEntities: z.array(entity),
  initialData: z.array(contents).optional(),
  tests: z.array(test),
  _yamlAnchors: z.unknown().optional(),
});

export type Requirement = z.infer<typeof requirement>;
export type ClientEntity = z.infer<typeof client>;
export type Entity = z.infer<typeof entity>;
export type Contents = z.infer<typeof contents>;
export type ExpectedError = z.infer<typeof expectedError>;
export type Operation = z.infer<typeof operation>;
export type ExpectedEvents = z.infer<typeof expectedEvents>;
export type SpecTest = z.infer<typeof test>;
export type SpecFile = z.infer<typeof specFile>;

/** Reads the text of a file; throws with the place of what is not of the format. */
export const parseSpecFile = (text: string): SpecFile => specFile.parse(EJSON.parse(text));
