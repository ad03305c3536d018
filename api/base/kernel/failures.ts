/**
 * Every expected failure of the product, with the HTTP status it answers with.
 * The words a person reads for each code are in `content/textos/fallas.yaml`.
 */
export const HTTP_STATUS = {
  INVALID_INPUT: 400,
  INVALID_ENCODING: 400,
  EMPTY_TEXT: 400,
  WRONG_CODE: 404,
  NOT_FOUND: 404,
  SESSION_EXPIRED: 401,
  FORBIDDEN: 403,
  IDEMPOTENCY_KEY_REUSED: 422,
  VERSION_CONFLICT: 409,
  TRANSITION_NOT_ALLOWED: 409,
  CASE_CLOSED: 409,
  CASE_FULL: 409,
  TERMINO_ALREADY_EXTENDED: 409,
  PRORROGA_TOO_LONG: 409,
  PRORROGA_TOO_LATE: 409,
  TERM_UNKNOWN: 422,
  LOOKS_PERSONAL: 422,
  NUMBERING_ALREADY_STARTED: 409,
  DECISION_MISSING: 409,
  TOO_MANY_REQUESTS: 429,
  TOO_LARGE: 413,
  UNSUPPORTED_TYPE: 415,
  CLOCK_NOT_TRUSTED: 503,
  STORE_UNAVAILABLE: 503,
  NOT_READY: 503,
  LOW_ON_SPACE: 507,
  NO_SPACE_FOR_FILES: 507,
  NO_SPACE: 507,
  INTERNAL: 500,
} as const;

export type FailureCode = keyof typeof HTTP_STATUS;

export interface Failure {
  readonly code: FailureCode;
  /** Facts for the message and the log; never personal data. */
  readonly detail?: Readonly<Record<string, string | number>>;
}

export const failure = (code: FailureCode, detail?: Failure['detail']): Failure =>
  detail ? { code, detail } : { code };
