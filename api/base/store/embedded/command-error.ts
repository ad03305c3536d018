import type { Document } from 'bson';

/** MongoDB's error codes that this store answers with (src/mongo/base/error_codes.yml). */
export const CODES = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  TypeMismatch: 14,
  InvalidLength: 16,
  IllegalOperation: 20,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  CannotBackfillArray: 30,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  NotSingleValueField: 54,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  CommandNotSupported: 115,
  ConversionFailure: 241,
  CannotIndexParallelArrays: 171,
  NotImplemented: 238,
  SnapshotUnavailable: 246,
  NoQueryExecutionPlans: 291,
  DataCorruptionDetected: 365,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  InterruptedAtShutdown: 11600,
  OutOfDiskSpace: 14031,
  IDLUnknownField: 40415,
  MissingField: 40414,
  UnknownStage: 40324,
  RegexInvalid: 51091,
} as const;

/** A name of that list, or one of the places in MongoDB's source that have a number of their own: `Location16020`. */
export type CodeName = keyof typeof CODES | `Location${number}`;

const LOCATION = 'Location';

const codeOf = (name: CodeName): number =>
  name.startsWith(LOCATION) ? Number(name.slice(LOCATION.length)) : CODES[name as keyof typeof CODES];

/** A refusal that the client reads as MongoDB's own: code, name, text and, for a duplicate key, the key. */
export class CommandError extends Error {
  readonly code: number;

  constructor(
    readonly codeName: CodeName,
    message: string,
    readonly extra: Document = {},
  ) {
    super(message);
    this.code = codeOf(codeName);
  }
}

/** Ends the command with MongoDB's error. */
export function refuse(codeName: CodeName, message: string): never {
  throw new CommandError(codeName, message);
}

/** Ends the command because this store does not do what MongoDB would: it never answers wrongly in silence. */
export function notSupported(what: string): never {
  throw new CommandError('NotImplemented', `${what} is not supported by the embedded store`);
}
