import { Binary } from 'bson';
import { isObject } from '../values/types';
import type { Command } from './command';

/** A session by its id, as text; undefined for who has none. */
export const sessionOf = (lsid: unknown): string | undefined =>
  isObject(lsid) && lsid.id instanceof Binary ? lsid.id.toString('hex') : undefined;

/** What the sessions held open is given up. */
export const endSessions: Command = ({ body, engine }) => {
  const sessions = Array.isArray(body.endSessions) ? body.endSessions.map(sessionOf) : [];
  for (const session of sessions) if (session !== undefined) engine.snapshots.endOfSession(session);
  return {};
};
