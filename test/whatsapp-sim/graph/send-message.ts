import type { RequestFault } from '../faults';
import type { World } from '../world';
import { accept, described } from './accept';
import { pair, throughput } from './capacity';
import { isFields, textOf, type Check, type Fields, type Send } from './check';
import { graphErrorOf, type GraphError } from './graph-error';
import { markRead } from './mark-read';
import { product, recipient, recipientOf } from './recipient';
import { blockedByBusiness } from './recipient-state';
import { isLate, late, refuseWith } from './request-faults';
import { json, refusal, refuse, type Reply } from './reply';
import { shape } from './shapes';
import { template } from './templates';
import { portfolio, window } from './window';

/** The order of the Graph API: steps 3 and 4, then what a test makes go wrong, then 7 to 13. */
const BEFORE_FAULTS: readonly Check[] = [product, recipient];
const AFTER_FAULTS: readonly Check[] = [
  throughput,
  pair,
  shape,
  template,
  window,
  portfolio,
  blockedByBusiness,
];

function firstRefusal(checks: readonly Check[], send: Send, world: World): GraphError | undefined {
  for (const check of checks) {
    const error = check(send, world);
    if (error) return error;
  }
  return undefined;
}

function parse(body: Buffer): Fields | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function sendOf(body: Fields, world: World): Send {
  const name = recipientOf(body);
  const person = name === undefined ? undefined : world.people.find(name);
  return { body, type: textOf(body, 'type') || 'text', recipient: name, person };
}

function refused(send: Send, world: World, error: GraphError): Reply {
  world.trace.record('envio.rechazado', {
    codigo: error.code,
    detalle: error.error_data.details,
    ...described(send, world),
  });
  return refusal(world, error);
}

/** Steps 7 to 13, with what a test makes go wrong after the message is taken. */
function take(send: Send, world: World, fault: RequestFault | undefined): Reply {
  const error = firstRefusal(AFTER_FAULTS, send, world);
  if (error) return refused(send, world, error);
  if (fault?.kind === 'okWithLogicalError')
    return json(200, { messaging_product: 'whatsapp', errors: [graphErrorOf(fault.code)] });
  const reply = accept(send, world, fault);
  return fault ? late(reply, fault) : reply;
}

function fail(send: Send, world: World, fault: RequestFault): Reply {
  const code = fault.kind === 'graphError' ? { codigo: fault.code } : {};
  world.trace.record('envio.fallado', { falla: fault.kind, ...code, ...described(send, world) });
  return refuseWith(world, fault);
}

/** `POST /{phone id}/messages`. */
export function sendMessage(world: World, raw: Buffer): Reply {
  const body = parse(raw);
  if (!body) return refuse(world, 100, 'The body is not a JSON object');
  if (body.status === 'read') return markRead(world, body);
  const send = sendOf(body, world);
  const early = firstRefusal(BEFORE_FAULTS, send, world);
  if (early) return refused(send, world, early);
  const { recipient: name = '', person } = send;
  const fault = world.faults.ofRequest({
    endpoint: 'messages',
    to: [name, person?.phone ?? '', person?.bsuid ?? ''],
    types: [send.type],
    key: world.nextId('trace'),
  });
  return fault && !isLate(fault) ? fail(send, world, fault) : take(send, world, fault);
}
