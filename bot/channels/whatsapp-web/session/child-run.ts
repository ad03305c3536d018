import type { Clock } from '../../../../api/base/kernel/clock';
import { fromChild, type FromChild } from '../wire/from-child';
import type { AjustesHijo, ToChild } from '../wire/to-child';
import { endBrowser } from './end-browser';
import type { Child, StartChild } from './fork-child';
import type { SessionFolder } from './session-folder';

export interface ChildDeps {
  readonly folder: SessionFolder;
  readonly startChild: StartChild;
  readonly ajustes: Pick<AjustesHijo, 'navegador' | 'pagina'>;
  readonly clock: Clock;
}

interface Listeners {
  readonly onTold: (told: FromChild) => void;
  /** The child and its browser are gone, and the profile is free. */
  readonly onGone: () => void;
}

/** How long a child that was told to end has, in milliseconds. */
const GRACE_MS = 15_000;

/** The child program of the moment, if there is one, and its browser. */
export function createChildRun({ folder, startChild, ajustes, clock }: ChildDeps, listeners: Listeners) {
  const beginning = beginningOf(folder, ajustes);
  let child: Child | undefined;
  let browserPid: number | undefined;
  let killAt: number | undefined;
  let gone: Promise<void> = Promise.resolve();

  const bury = async (): Promise<void> => {
    if (browserPid !== undefined) await endBrowser(browserPid, folder.sesion);
    [child, browserPid, killAt] = [undefined, undefined, undefined];
    listeners.onGone();
  };
  const hear = (told: FromChild): void => {
    if (told.tipo === 'navegador') browserPid = told.pid;
    listeners.onTold(told);
  };

  return {
    async launch(): Promise<void> {
      await folder.clean();
      const started = startChild();
      child = started;
      gone = new Promise((resolve) => started.onExit(() => void bury().finally(resolve)));
      started.onMessage(parsing((told) => child === started && hear(told)));
      started.send(beginning);
    },
    pid: (): number | undefined => child?.pid,
    order(order: ToChild): boolean {
      child?.send(order);
      return child !== undefined;
    },
    /** Politely; `tick` is what does not wait for ever. */
    stop(): void {
      child?.send({ tipo: 'terminar' });
      killAt ??= clock.monotonic() + GRACE_MS;
    },
    tick(): void {
      if (child && killAt !== undefined && clock.monotonic() >= killAt) child.kill();
    },
    /** Ends it and waits until it is gone. */
    end: async (): Promise<void> => (child ? endOf(child, gone) : undefined),
  };
}

const beginningOf = (
  { sesion, medios }: SessionFolder,
  ajustes: ChildDeps['ajustes'],
): Extract<ToChild, { tipo: 'empezar' }> => ({ tipo: 'empezar', ajustes: { ...ajustes, sesion, medios } });

/** What is not understood is nothing. */
const parsing =
  (listener: (told: FromChild) => void) =>
  (told: unknown): void => {
    const parsed = fromChild.safeParse(told);
    if (parsed.success) listener(parsed.data);
  };

async function endOf(child: Child, gone: Promise<void>): Promise<void> {
  child.send({ tipo: 'terminar' });
  const timer = setTimeout(() => child.kill(), GRACE_MS);
  await gone;
  clearTimeout(timer);
}
