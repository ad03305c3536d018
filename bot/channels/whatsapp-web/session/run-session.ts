import type { Logger } from '../../../../api/base/kernel/logger';
import type { FromChild } from '../wire/from-child';
import type { ToChild } from '../wire/to-child';
import { type ChildDeps, createChildRun } from './child-run';
import type { KeptState } from './kept-state';
import { nextRestart } from './next-restart';
import { OFF, type Accion, type Session, type Suceso } from './session';
import { step } from './step';

export interface SessionDeps extends ChildDeps {
  readonly kept: KeptState;
  readonly logger: Logger;
  /** Calls now and then, without keeping the process alive; gives how to stop. */
  readonly every: (milliseconds: number, task: () => void) => () => void;
  /** Memory of a process and all it started, in bytes. */
  readonly memoryOf: (pid: number) => Promise<number | undefined>;
  /** Whether something is being sent right now: a planned restart waits for it. */
  readonly isBusy: () => boolean;
  /** The code that the phone must read; undefined when there is none to read. */
  readonly onQr: (codigo: string | undefined) => void;
  /** What is not of the session itself: messages, sent replies, ticks. */
  readonly onTold: (told: FromChild) => void;
  readonly onChange?: (session: Session) => void;
  /** The child is gone: what was on its way may have gone or not. */
  readonly onGone: () => void;
}

const CHANGES = ['fase', 'motivo', 'falla'] as const;
const TICK_MS = 1_000;
const MEMORY_EVERY = 60;

/** Runs a session: asks the machine what to do about each thing that happens, and does it. */
export function runSession(deps: SessionDeps) {
  const { clock, kept } = deps;
  let session: Session = OFF;
  let stopping = false;
  const happen = (suceso: Suceso): void => {
    if (stopping) return;
    const before = session;
    const paso = step(before, suceso, clock.monotonic());
    session = paso.session;
    for (const accion of paso.acciones) actions[accion]();
    if (CHANGES.some((one) => before[one] !== session[one])) changed(deps, session);
  };
  const link = createLink(deps, happen);
  const actions = actionsOf(deps, link, () => session, happen);
  const stopTicking = deps.every(TICK_MS, tickOf(deps, link, happen));

  return {
    start: () => happen({ tipo: 'START' }),
    session: (): Session => session,
    order: (order: ToChild): boolean => link.child.order(order),
    /** Ends the child and waits until it is gone. */
    async stop(): Promise<void> {
      stopTicking();
      stopping = true;
      await link.child.end();
      deps.onQr(undefined);
      kept.keep({ fase: 'DOWN', motivo: kept.get().detenido ?? 'APAGADO' });
      await kept.flush();
    },
  };
}

export type RunningSession = ReturnType<typeof runSession>;

type Happen = (suceso: Suceso) => void;

function changed({ kept, clock, logger, onChange }: SessionDeps, session: Session): void {
  const { fase, motivo, falla } = session;
  kept.keep({ fase, motivo, falla, desde: clock.now() });
  logger.info('whatsapp-web.phase', { fase, motivo, falla });
  onChange?.(session);
}

/** The child, and what it said last that an action needs. */
function createLink(deps: SessionDeps, happen: Happen) {
  const { logger, folder, onTold } = deps;
  const memo: { codigo?: string; forget: boolean } = { forget: false };
  const hear = (told: FromChild): void => {
    if (told.tipo === 'qr') memo.codigo = told.codigo;
    if (told.tipo === 'tropiezo') logger.warn('whatsapp-web.stumble', { que: told.detalle });
    if (told.tipo === 'perdida') logger.warn('whatsapp-web.lost', { motivo: told.motivo, que: told.detalle });
    const suceso = sucesoOf(told);
    if (suceso) happen(suceso);
    else onTold(told);
  };
  const onGone = (): void => {
    deps.onGone();
    const over = (): void => happen({ tipo: 'EXIT' });
    if (!memo.forget) return over();
    memo.forget = false;
    void folder.forgetSession().then(over, over);
    return undefined;
  };
  return { child: createChildRun(deps, { onTold: hear, onGone }), memo };
}

type Link = ReturnType<typeof createLink>;

const actionsOf = (
  deps: SessionDeps,
  { child, memo }: Link,
  session: () => Session,
  happen: Happen,
): Readonly<Record<Accion, () => void>> => ({
  LAUNCH: () =>
    void child.launch().catch((cause: unknown) => {
      deps.logger.error('whatsapp-web.not-launched', {}, cause);
      happen({ tipo: 'EXIT' });
    }),
  STOP: () => child.stop(),
  ASK_STATE: () => void child.order({ tipo: 'estado' }),
  SHOW_QR: () => deps.onQr(memo.codigo),
  HIDE_QR() {
    memo.codigo = undefined;
    deps.onQr(undefined);
  },
  CATCH_UP: () => void child.order({ tipo: 'ponerse-al-dia', desde: deps.kept.since().getTime() }),
  // The browser that holds it must be gone first.
  FORGET_SESSION() {
    memo.forget = true;
  },
  ALARM() {
    const { motivo, falla } = session();
    // What only a person can mend stays so after the program starts again.
    if (motivo !== 'REINICIOS') deps.kept.keep({ detenido: motivo });
    deps.logger.error('whatsapp-web.down', { motivo, falla });
  },
});

function tickOf({ clock, kept, isBusy, memoryOf }: SessionDeps, { child }: Link, happen: Happen): () => void {
  let plannedAt = nextRestart(clock.now());
  let ticks = 0;
  const measure = async (pid: number): Promise<void> => {
    const bytes = await memoryOf(pid);
    if (bytes !== undefined && child.pid() === pid) happen({ tipo: 'MEMORY', bytes });
  };
  return () => {
    child.tick();
    happen({ tipo: 'TICK' });
    ticks += 1;
    const pid = child.pid();
    if (pid !== undefined && ticks % MEMORY_EVERY === 0) void measure(pid);
    if (clock.now() >= plannedAt && !isBusy()) {
      plannedAt = nextRestart(clock.now());
      happen({ tipo: 'PLANNED' });
    }
    void kept.flush();
  };
}

function sucesoOf(told: FromChild): Suceso | undefined {
  if (told.tipo === 'qr') return { tipo: 'QR' };
  if (told.tipo === 'autenticado') return { tipo: 'AUTHENTICATED' };
  if (told.tipo === 'listo') return { tipo: 'READY' };
  if (told.tipo === 'estado') return { tipo: 'STATE', estado: told.estado };
  if (told.tipo === 'tropiezo') return { tipo: 'TROUBLE' };
  return told.tipo === 'perdida' ? { tipo: 'LOST', motivo: told.motivo } : undefined;
}
