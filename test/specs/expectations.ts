import type { Document } from 'bson';
import { MongoServerError } from 'mongodb';
import { difference, type Known } from './difference';
import type { Seen } from './observed-client';
import type { Answer } from './operations';
import type { ExpectedError, ExpectedEvents, Operation } from './spec-file';

/** What the driver's errors say besides their text. */
type Failure = Partial<Record<'code' | 'codeName' | 'errorResponse' | 'result' | 'partialResult', unknown>> &
  Partial<Record<'writeErrors' | 'writeConcernErrors', unknown>>;

const first = (found: readonly (string | undefined)[]): string | undefined =>
  found.find((one) => one !== undefined);

function ofError(expected: ExpectedError, error: unknown, known: Known): string | undefined {
  const { message, ...failure } = error as Error & Failure;
  const facts: [at: string, expected: unknown, actual: unknown][] = [
    ['the error is of the client', expected.isClientError, !(error instanceof MongoServerError)],
    ['the code', expected.errorCode, failure.code],
    ['the name of the code', expected.errorCodeName, failure.codeName],
    ['the response', expected.errorResponse, failure.errorResponse],
    ['the partial result', expected.expectResult, failure.partialResult ?? failure.result],
    ['the write errors', expected.writeErrors, failure.writeErrors],
    ['the write concern errors', expected.writeConcernErrors, failure.writeConcernErrors],
  ];
  const part = expected.errorContains;
  return first([
    ...facts.map(([at, want, is]) =>
      want === undefined ? undefined : difference(want, is, known, { at, whole: false }),
    ),
    part === undefined || message.toLowerCase().includes(part.toLowerCase())
      ? undefined
      : `the error should contain "${part}" and is "${message}"`,
  ]);
}

/** What is wrong with the answer to an operation; undefined when it is as expected. */
export function answerDifference(operation: Operation, answer: Answer, known: Known): string | undefined {
  const { name, expectError, expectResult } = operation;
  if ('error' in answer) {
    if (expectError) return ofError(expectError, answer.error, known);
    return `${name} failed: ${(answer.error as Error).message}`;
  }
  if (expectError) return `${name} should have failed`;
  return expectResult === undefined ? undefined : difference(expectResult, answer.value, known);
}

function ofEvent(expected: ExpectedEvents['events'][number], seen: Seen, known: Known): string | undefined {
  const [[kind, body] = ['', {}]] = Object.entries(expected) as [string, Document][];
  const at = (part: string) => ({ at: `${part} of ${seen.commandName}`, whole: false });
  if (seen.kind !== kind) return `a ${kind} should come and ${seen.kind} of ${seen.commandName} does`;
  return first(
    (['commandName', 'databaseName', 'command', 'reply'] as const).map((part) =>
      body[part] === undefined ? undefined : difference(body[part], seen[part], known, at(part)),
    ),
  );
}

/** What is wrong with the commands a client saw; undefined when they are those expected, in order, and no more. */
export function eventsDifference(
  { events }: ExpectedEvents,
  seen: readonly Seen[],
  known: Known,
): string | undefined {
  if (events.length !== seen.length) {
    const names = seen.map(({ commandName }) => commandName).join(', ');
    return `${events.length} events should come and these do: ${names || 'none'}`;
  }
  return first(events.map((expected, index) => ofEvent(expected, seen[index] as Seen, known)));
}
