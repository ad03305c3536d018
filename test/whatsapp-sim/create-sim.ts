import { createCitizen, type Citizen } from './actors/citizen';
import type { Rule } from './fault-rules';
import { createFlowDriver, type FlowDriver } from './flow/flow-driver';
import { createAccount } from './graph/account';
import { answerGraph } from './graph/routes';
import { listen, type Answer, type Listening, type Takeover } from './graph/server';
import type { TemplateStore } from './graph/template-store';
import { createLight, type LightFigures } from './load/light';
import { inject, type Injected, type Injection } from './load/inject';
import { violations, type OracleOptions, type Violation } from './oracles/oracles';
import { withDefaults, type SimOptions } from './options';
import type { PersonOptions } from './people';
import { createPoster } from './webhook/post';
import { createWorld } from './create-world';
import type { World } from './world';

/** A Cloud API of this machine: nothing of it reaches WhatsApp. */
export interface Sim {
  readonly options: SimOptions;
  readonly world: World;
  readonly templates: TemplateStore;
  /** What a bot takes as `GRAPH_BASE_URL`. */
  readonly url: string;
  /** Listens. `more` are answers besides those of the Graph API, which come first. */
  start(more?: readonly Answer[], takeovers?: readonly Takeover[]): Promise<void>;
  stop(): Promise<void>;
  citizen(options?: PersonOptions): Citizen;
  /** A phone that goes through a Flow answered at this address, under the key that the bot uploaded. Throws without one. */
  flow(url: string): FlowDriver;
  /** Gives how to take it away. */
  fault(rule: Rule): () => void;
  now(): number;
  advance(milliseconds: number): Promise<void>;
  /** Somebody set the time of the simulated world. */
  jump(milliseconds: number): void;
  /** All that happened, one JSON object a line. */
  trace(): string;
  oracles(options?: OracleOptions): readonly Violation[];
  /** Posts many signed messages as cheaply as can be. */
  inject(injection: Injection): Promise<Injected>;
  /** What the light mode counted. */
  figures(): LightFigures;
  /** The light mode takes times anew, as after warming up. */
  restartTimes(): void;
}

/** Throws when the callback is not of this machine. */
export function createSim(given: Partial<SimOptions> = {}): Sim {
  const options = withDefaults(given);
  const poster = createPoster(options.concurrency);
  const world = createWorld(options, poster);
  const light = createLight(options);
  const account = createAccount();
  let listening: Listening | undefined;

  const graph: Answer = (request) => {
    const reply =
      (options.light ? light.answer(request) : undefined) ??
      answerGraph({ world, account, base: () => listening?.url ?? '' }, request);
    world.events.emit('actividad');
    return reply;
  };
  return {
    options,
    world,
    templates: world.templates,
    get url() {
      if (!listening) throw new Error('The simulator is not listening');
      return listening.url;
    },
    async start(more = [], takeovers = []) {
      listening = await listen(options.port, [...more, graph], takeovers);
    },
    async stop() {
      world.clock.stop();
      light.stop();
      poster.close();
      await listening?.close();
    },
    flow(url) {
      const publicKey = account.flowKey();
      if (publicKey === undefined) throw new Error('The bot uploaded no public key');
      return createFlowDriver({ url, publicKey, appSecret: options.appSecret });
    },
    citizen: (person) => createCitizen(world, world.people.add(person)),
    fault: (rule) => world.faults.add(rule),
    now: () => world.clock.now(),
    advance: (milliseconds) => world.clock.advance(milliseconds),
    jump(milliseconds) {
      world.trace.record('reloj.movido', { milisegundos: milliseconds });
      world.clock.jump(milliseconds);
    },
    trace: () => world.trace.lines(),
    oracles: (asked) => violations(world, asked),
    inject: (injection) => inject(options, injection, light),
    figures: () => light.figures(),
    restartTimes: () => light.restartTimes(),
  };
}
