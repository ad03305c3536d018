import type { Command } from './command';
import { endSessions } from './sessions';
import { MAX_DOCUMENT_BYTES } from '../values/raw-document';
import { MAX_MESSAGE_BYTES } from '../wire/message';

/** MongoDB 7.0: the driver sends what that version understands and nothing newer. */
const WIRE_VERSION = 21;
const VERSION = '7.0.0';

const hello: Command = ({ name, clock }) => ({
  [name === 'hello' ? 'isWritablePrimary' : 'ismaster']: true,
  helloOk: true,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  maxMessageSizeBytes: MAX_MESSAGE_BYTES,
  maxWriteBatchSize: 100_000,
  localTime: clock.now(),
  logicalSessionTimeoutMinutes: 30,
  minWireVersion: 0,
  maxWireVersion: WIRE_VERSION,
  readOnly: false,
});

const buildInfo: Command = () => ({
  version: VERSION,
  versionArray: VERSION.split('.').concat('0').map(Number),
  gitVersion: 'embedded',
  modules: [],
  bits: 64,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
});

const nothing: Command = () => ({});

export const HANDSHAKE_COMMANDS: Readonly<Record<string, Command>> = {
  hello,
  ismaster: hello,
  isMaster: hello,
  buildInfo,
  buildinfo: buildInfo,
  ping: nothing,
  endSessions,
};
