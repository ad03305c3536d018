import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Citizen } from '../actors/citizen';
import type { Sim } from '../create-sim';
import { json, type GraphRequest, type Reply } from '../graph/reply';
import type { Answer, Takeover } from '../graph/server';
import { PHONE_ACTIONS } from './phone-actions';
import { phoneState } from './phone-state';
import { createSimpleFaults } from './simple-faults';

const FILES: Readonly<Record<string, { readonly name: string; readonly type: string }>> = {
  '': { name: 'telefono.html', type: 'text/html; charset=utf-8' },
  'telefono.js': { name: 'telefono.js', type: 'text/javascript; charset=utf-8' },
  'telefono.css': { name: 'telefono.css', type: 'text/css; charset=utf-8' },
};
const POLICY = "default-src 'self'; img-src 'self' blob:; frame-ancestors 'none'";
/** What changed is told together: a storm of messages is one event. */
const TOGETHER_MS = 60;

type Fields = Readonly<Record<string, unknown>>;

const refused = (why: string, status = 400) => json(status, { error: why });
const DONE = json(200, { hecho: true });

/** Only JSON: a page of somebody else cannot post it from a browser. */
function fieldsOf({ headers, body }: GraphRequest): Fields | undefined {
  if (!String(headers['content-type'] ?? '').startsWith('application/json')) return undefined;
  try {
    return JSON.parse(body.toString('utf8')) as Fields;
  } catch {
    return undefined;
  }
}

export interface Phone {
  readonly answer: Answer;
  readonly takeover: Takeover;
  /** Somebody who can be seen on the page. */
  add(profileName: string, phone?: string, hidesPhone?: boolean): Citizen;
}

/** The page `/telefono`, where anyone writes as a citizen. `folder` holds its files. */
export function createPhone(sim: Sim, folder: string): Phone {
  const { world } = sim;
  const citizens = new Map<string, Citizen>();
  const faults = createSimpleFaults(sim);
  const state = () => ({ ...phoneState(world, faults.active()), posibles: faults.list() });

  const add: Phone['add'] = (profileName, phone, hidesPhone = false) => {
    const citizen = sim.citizen({ profileName, hidesPhone, ...(phone ? { phone } : {}) });
    citizens.set(citizen.person.phone, citizen);
    world.events.emit('cambio');
    return citizen;
  };

  function addFrom({ telefono, nombre, sinTelefono }: Fields): Reply {
    const phone = (typeof telefono === 'string' ? telefono : '').replace(/\D/g, '');
    const whole = phone.length === 10 ? `57${phone}` : phone;
    if (!/^\d{11,15}$/.test(whole)) return refused('Escriba un número de celular de diez dígitos.');
    if (citizens.has(whole)) return refused('Ese número ya está.');
    add(typeof nombre === 'string' && nombre ? nombre : 'Sin nombre', whole, sinTelefono === true);
    return DONE;
  }

  function post(request: GraphRequest, [what, phone = '', action = '']: readonly string[]): Reply {
    const fields = fieldsOf(request);
    if (!fields) return refused('Se espera JSON.', 415);
    if (what === 'personas' && phone === '') return addFrom(fields);
    if (what === 'fallas')
      return faults.set(String(fields.falla), fields.activa === true) ? DONE : refused('No hay esa falla.');
    const citizen = citizens.get(phone);
    const act = PHONE_ACTIONS[action];
    if (what !== 'personas' || !citizen || !act) return refused('No existe.', 404);
    const why = act(citizen, fields);
    return why === undefined ? DONE : refused(why);
  }

  function get([what = '', id = '']: readonly string[]): Reply | undefined {
    const file = FILES[what];
    if (file) {
      const body = readFileSync(join(folder, file.name));
      return { status: 200, type: file.type, body, headers: { 'Content-Security-Policy': POLICY } };
    }
    const media = what === 'archivos' ? world.media.get(id) : undefined;
    if (!media) return undefined;
    const headers = { 'Content-Disposition': 'attachment', 'X-Content-Type-Options': 'nosniff' };
    return { status: 200, type: media.mime, body: media.bytes, headers };
  }

  return {
    add,
    answer(request) {
      const [first, ...rest] = request.path;
      if (first !== 'telefono') return undefined;
      return request.method === 'POST' ? post(request, rest) : get(rest);
    },
    takeover(request, response) {
      if (request.url !== '/telefono/eventos') return false;
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      let pending: NodeJS.Timeout | undefined;
      const tell = () => {
        pending = undefined;
        response.write(`data: ${JSON.stringify(state())}\n\n`);
      };
      const later = () => (pending ??= setTimeout(tell, TOGETHER_MS));
      world.events.on('cambio', later);
      response.on('close', () => {
        clearTimeout(pending);
        world.events.off('cambio', later);
      });
      tell();
      return true;
    },
  };
}
