import type { Rule } from '../fault-rules';
import type { Sim } from '../create-sim';
import { json, type GraphRequest, type Reply } from '../graph/reply';
import type { Answer } from '../graph/server';
import type { Injectable } from './inject';

/** What another process asks of a simulator that runs on its own, under `/_control/`. */
interface InjectionOrder {
  /** People who write, each from a number of their own. */
  readonly personas: number;
  /** What each of them writes, in order. */
  readonly textos: readonly string[];
  readonly conexiones?: number;
  readonly porSegundo?: number;
  /** Updates in one webhook. */
  readonly lote?: number;
  /** How many people begin between two messages of one; all of them without it, so that turns do not mix. */
  readonly paso?: number;
  /** Each writes the next when what they wrote before was answered. */
  readonly porTurnos?: boolean;
  /** Makes the ids of this order different from those of another; the same twice repeats its messages. */
  readonly prefijo?: string;
}

const FIRST_PHONE = 573_100_000_000;

function messagesOf({ personas, textos, prefijo = 'carga', paso = personas }: InjectionOrder) {
  const people = Array.from({ length: personas }, (_, n) => ({ from: String(FIRST_PHONE + n), n }));
  return textos
    .flatMap((text, turn) =>
      people.map(({ from, n }) => ({
        place: n + turn * paso,
        from,
        id: `wamid.${prefijo}.${turn}.${from}`,
        text,
      })),
    )
    .toSorted((a, b) => a.place - b.place)
    .map(({ place: _place, ...message }): Injectable => message);
}

const text = (body: string): Reply => ({ status: 200, type: 'text/plain', body: Buffer.from(body) });
const isJson = ({ headers }: GraphRequest) =>
  String(headers['content-type'] ?? '').startsWith('application/json');

async function inject(sim: Sim, order: InjectionOrder): Promise<Reply> {
  const { conexiones: concurrency = 16, porSegundo: perSecond, lote: batch, porTurnos: inTurns } = order;
  return json(200, await sim.inject({ messages: messagesOf(order), concurrency, perSecond, batch, inTurns }));
}

async function post(sim: Sim, what: string | undefined, request: GraphRequest): Promise<Reply | undefined> {
  if (!isJson(request)) return json(415, { error: 'Se espera JSON.' });
  const body: unknown = JSON.parse(request.body.toString('utf8') || '{}');
  if (what === 'inyectar') return inject(sim, body as InjectionOrder);
  if (what === 'tiempos') {
    sim.restartTimes();
    return json(200, { desde: sim.now() });
  }
  if (what === 'avanzar') {
    await sim.advance((body as { ms: number }).ms);
    return json(200, { ahora: sim.now() });
  }
  if (what !== 'fallas') return undefined;
  sim.fault(body as Rule);
  return json(200, { puesta: true });
}

function get(sim: Sim, what: string | undefined): Reply | undefined {
  if (what === 'cuentas') return json(200, { ...sim.figures(), memoria: process.memoryUsage().rss });
  if (what === 'traza') return text(sim.trace());
  return what === 'oraculos' ? json(200, sim.oracles()) : undefined;
}

export function createControl(sim: Sim): Answer {
  return (request) => {
    const [first, what] = request.path;
    if (first !== '_control') return undefined;
    if (request.method === 'GET') return get(sim, what);
    if (request.method === 'POST') return post(sim, what, request);
    if (request.method !== 'DELETE' || what !== 'fallas') return undefined;
    sim.world.faults.clear();
    return json(200, { quitadas: true });
  };
}
