import pino from 'pino';

/** What may stand beside an event: codes, counts, durations, our own identifiers. Never what a person wrote. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Structured log, one JSON object a line, without personal data. */
export interface Logger {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields & { error?: never }, cause?: unknown): void;
}

// An error's message may quote what a person wrote (E11000 quotes the key), so only its kind and place are kept.
function kindOf(cause: unknown): LogFields {
  if (!(cause instanceof Error)) return { errorKind: typeof cause };
  const code = (cause as { code?: string | number }).code;
  const place = cause.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  return {
    errorKind: cause.name,
    errorCode: code === undefined ? undefined : String(code),
    errorAt: place?.trim(),
  };
}

export function createLogger(destination: pino.DestinationStream = pino.destination(2)): Logger {
  const log = pino({ base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    info: (event, fields) => log.info(fields ?? {}, event),
    warn: (event, fields) => log.warn(fields ?? {}, event),
    error: (event, fields, cause) =>
      log.error({ ...fields, ...(cause === undefined ? {} : kindOf(cause)) }, event),
  };
}

export const silentLogger: Logger = { info: () => {}, warn: () => {}, error: () => {} };
