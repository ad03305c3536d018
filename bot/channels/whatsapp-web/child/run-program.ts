import { setTimeout as wait } from 'node:timers/promises';
import { type AjustesHijo, toChild } from '../wire/to-child';
import type { FromChild } from '../wire/from-child';
import { boundedBy } from './bounded';
import { runClient } from './run-client';
import type { WwebClient } from './wweb-client';

/** What the program is of a process: its messages with its parent, and its end. */
export type ChildProcessEnd = Pick<NodeJS.Process, 'on' | 'send' | 'exit'>;

/** What ends a program that does not end by itself, in milliseconds. */
const LAST_MS = 12_000;

/** A hundred times a minute nobody notices; a timer that is left behind keeps nothing alive. */
function every(milliseconds: number, task: () => void): () => void {
  const timer = setInterval(task, milliseconds).unref();
  return () => clearInterval(timer);
}

const bounded = boundedBy((milliseconds, signal) =>
  wait(milliseconds, undefined, { signal }).then(
    () => undefined,
    () => new Promise<never>(() => {}),
  ),
);

/**
 * The child program: waits to be told with what to start, runs one session and ends. It ends too when its parent dies,
 * however that happens. What fails where nobody waits is told, never the end of the program.
 */
export function runProgram(self: ChildProcessEnd, open: (ajustes: AjustesHijo) => Promise<WwebClient>): void {
  let running: ReturnType<typeof runClient> | undefined;
  const end = (): void => self.exit(0);
  // To a parent that is gone nothing can be told.
  const emit = (told: FromChild): void => void self.send?.(told, undefined, undefined, () => {});

  const start = async (ajustes: AjustesHijo): Promise<void> => {
    const client = await open(ajustes);
    const deps = { client, medios: ajustes.medios, emit, bounded, every, onEnd: end };
    running = runClient({ ...deps, wait: async (milliseconds) => wait(milliseconds) });
    running.start();
  };
  const stop = (): void => {
    setTimeout(end, LAST_MS).unref();
    if (running) void running.finish();
    else end();
  };

  self.on('message', (order: unknown) => {
    const parsed = toChild.safeParse(order);
    if (!parsed.success) return;
    const { data } = parsed;
    if (data.tipo === 'empezar' && !running) {
      start(data.ajustes).catch(() => {
        emit({ tipo: 'perdida', motivo: 'SIN_NAVEGADOR' });
        setTimeout(end, 100);
      });
    } else if (data.tipo === 'terminar') stop();
    else running?.obey(data);
  });
  self.on('disconnect', stop);
  // The terminal signals the whole group: the parent decides, and its end is ours.
  self.on('SIGINT', () => {});
  self.on('SIGTERM', stop);
  self.on('unhandledRejection', (cause: unknown) => running?.stumble(cause));
  self.on('uncaughtException', (cause: unknown) => running?.stumble(cause));
}
