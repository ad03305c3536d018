import type { Document } from 'bson';
import type { Clock } from '../../../kernel/clock';
import type { Logger } from '../../../kernel/logger';
import { CODES, CommandError, refuse } from '../command-error';
import type { Engine } from '../storage/engine';
import { type Doc, isObject } from '../values/types';
import type { Answer } from '../wire/connection';
import type { Request } from '../wire/message';
import { aggregate } from './aggregate';
import { create, drop, dropDatabase, listCollections, listDatabases } from './collections';
import { type Call, type Command, countOf, variablesOf } from './command';
import { count, distinct } from './counting';
import { Cursors } from './cursors';
import { deleteDocuments } from './delete';
import { find, getMore, killCursors } from './find';
import { findAndModify } from './find-and-modify';
import { HANDSHAKE_COMMANDS } from './handshake';
import { createIndexes, dropIndexes, listIndexes } from './indexes';
import { insert } from './insert';
import { refuseUnknownFields } from './known-fields';
import { update } from './update';
import { validate } from './validate';

const COMMANDS: Readonly<Record<string, Command>> = {
  ...HANDSHAKE_COMMANDS,
  insert,
  update,
  delete: deleteDocuments,
  findAndModify,
  findandmodify: findAndModify,
  find,
  getMore,
  killCursors,
  count,
  distinct,
  aggregate,
  createIndexes,
  listIndexes,
  dropIndexes,
  create,
  drop,
  dropDatabase,
  listCollections,
  listDatabases,
  validate,
};

/** MongoDB has them, this store does not: refused by name, so that it shows at the first try. */
const REFUSED = new Set(
  `commitTransaction abortTransaction startSession refreshSessions killSessions killAllSessions explain mapReduce
  bulkWrite collMod renameCollection compact serverStatus collStats dbStats dataSize convertToCapped
  cloneCollectionAsCapped reIndex fsync getParameter setParameter currentOp killOp getLog hostInfo top profile
  connectionStatus replSetGetStatus planCacheClear`.split(/\s+/),
);

/** A standalone MongoDB answers the same way to whoever tries a transaction. */
function refuseTransactions(body: Doc): void {
  if (body.txnNumber !== undefined || body.startTransaction === true || body.autocommit === false) {
    refuse('IllegalOperation', 'Transaction numbers are only allowed on a replica set member or mongos');
  }
}

/** The driver sends the concern of a snapshot session with all of its commands; a cursor keeps the one it began with. */
const AT_ONE_INSTANT = new Set(['find', 'getMore', 'killCursors']);

function refuseConcerns(body: Doc, name: string): void {
  const concern = body.writeConcern;
  const w = isObject(concern) ? concern.w : undefined;
  if (typeof w === 'string' && w !== 'majority')
    refuse('BadValue', `write concern tag ${w} is not known to the embedded store`);
  const read = body.readConcern;
  if (!isObject(read)) return;
  if (read.level === 'snapshot' && !AT_ONE_INSTANT.has(name))
    refuse('NotImplemented', `read concern snapshot of ${name} is not supported by the embedded store`);
  if (read.level !== 'snapshot' && read.atClusterTime !== undefined)
    refuse('InvalidOptions', 'readConcern.atClusterTime is only supported with the level snapshot');
}

function failureReply(cause: unknown, name: string, logger: Logger): Document {
  if (cause instanceof CommandError) {
    return { ok: 0, errmsg: cause.message, code: cause.code, codeName: cause.codeName, ...cause.extra };
  }
  logger.error('store.command-failed', { command: name }, cause);
  const message = cause instanceof Error ? cause.message : 'unknown';
  return {
    ok: 0,
    errmsg: `internal error: ${message}`,
    code: CODES.InternalError,
    codeName: 'InternalError',
  };
}

function commandNamed(name: string): Command {
  const command = COMMANDS[name];
  if (command) return command;
  return REFUSED.has(name)
    ? refuse('CommandNotSupported', `the command ${name} is not supported by the embedded store`)
    : refuse('CommandNotFound', `no such command: '${name}'`);
}

/** Answers the commands of all connections from one database. */
export function createAnswer(engine: Engine, { logger, clock }: { logger: Logger; clock: Clock }): Answer {
  const cursors = new Cursors();

  async function carryOut(
    { body, sections }: Request,
    name: string,
    client: object,
  ): Promise<Document | Buffer> {
    const command = commandNamed(name);
    refuseUnknownFields(name === 'findandmodify' ? 'findAndModify' : name, body);
    refuseTransactions(body);
    refuseConcerns(body, name);
    const maxTime = countOf(body, 'maxTimeMS');
    const deadline = maxTime ? performance.now() + maxTime : undefined;
    const call: Call = {
      db: typeof body.$db === 'string' ? body.$db : 'test',
      name,
      body,
      sections,
      engine,
      cursors,
      clock,
      client,
      deadline,
      variables: variablesOf(body, clock.now()),
    };
    const reply = await command(call);
    return Buffer.isBuffer(reply) ? reply : { ...reply, ok: 1 };
  }

  return async (request, client) => {
    const [name = ''] = Object.keys(request.body);
    try {
      return await carryOut(request, name, client);
    } catch (cause) {
      return failureReply(cause, name, logger);
    }
  };
}
