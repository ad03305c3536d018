import type { RequestFault } from '../faults';
import type { World } from '../world';
import { json, noAnswer, refuse, type Reply } from './reply';
import { graphErrorOf, statusOf } from './graph-error';

/** True for what happens once the message was taken. */
export const isLate = (fault: RequestFault): boolean =>
  fault.kind === 'asyncFail' ||
  fault.kind === 'okWithLogicalError' ||
  fault.kind === 'truncate' ||
  fault.kind === 'slow' ||
  (fault.kind === 'reset' && fault.when === 'after') ||
  (fault.kind === 'timeout' && fault.accepted === true);

/** The answer as it is, spoilt on its way back. */
export function late(reply: Reply, fault: RequestFault): Reply {
  if (fault.kind === 'truncate') return { ...reply, wire: 'TRUNCATE' };
  if (fault.kind === 'slow') return { ...reply, wire: { slowMs: fault.ms } };
  if (fault.kind === 'timeout') return noAnswer('HANG');
  return fault.kind === 'reset' ? noAnswer('RESET') : reply;
}

const PROXY_PAGE = '<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>';

/** What is answered instead of taking the message. */
export function refuseWith(world: World, fault: RequestFault): Reply {
  if (fault.kind === 'reset') return noAnswer('RESET');
  if (fault.kind === 'timeout') return noAnswer('HANG');
  if (fault.kind === 'http') {
    if (fault.code !== undefined) return { ...refuse(world, fault.code), status: fault.status };
    return { status: fault.status, type: 'text/html', body: Buffer.from(PROXY_PAGE) };
  }
  if (fault.kind !== 'graphError') return json(500, { error: graphErrorOf(1) });
  const status = fault.status ?? statusOf(fault.code, world.options.rateHttpStatus);
  const headers = fault.retryAfter === undefined ? undefined : { 'Retry-After': String(fault.retryAfter) };
  return { ...refuse(world, fault.code), status, headers };
}
