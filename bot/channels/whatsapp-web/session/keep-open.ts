import type { Logger } from '../../../../api/base/kernel/logger';
import { ownFolder } from './own-folder';
import type { RunningSession } from './run-session';
import type { SessionFolder } from './session-folder';
import type { EstadoGuardado } from './state-file';

interface Deps<R> {
  readonly folder: SessionFolder;
  readonly logger: Logger;
  /** Runs it, over what is kept of the last time. */
  readonly run: (guardado: EstadoGuardado) => R;
}

/**
 * Keeps a session open: not while only a person can mend it, nor while another process (`whatsapp vincular`) has it.
 * `look` is to be called now and then: it leaves it when a person must come, and takes it again once they did.
 */
export function createKeeper<R extends { readonly session: RunningSession }>({
  folder,
  logger,
  run,
}: Deps<R>) {
  let running: R | undefined;
  let leave: (() => Promise<void>) | undefined;
  let looking = false;

  const close = async (): Promise<void> => {
    await running?.session.stop();
    running = undefined;
    await leave?.();
    leave = undefined;
  };
  const open = async (): Promise<void> => {
    const guardado = await folder.read();
    if (guardado.detenido) return;
    leave = await ownFolder(folder.dueno);
    if (!leave) return;
    running = run(guardado);
    running.session.start();
  };
  return {
    running: (): R | undefined => running,
    close,
    async look(): Promise<void> {
      if (looking) return;
      looking = true;
      try {
        if (running && isForAPerson(running.session)) await close();
        if (!running) await open();
      } catch (cause) {
        logger.error('whatsapp-web.not-opened', {}, cause);
      } finally {
        looking = false;
      }
    },
  };
}

const isForAPerson = (running: RunningSession): boolean => {
  const { fase, motivo, hijo } = running.session();
  return fase === 'DOWN' && hijo === 'NINGUNO' && motivo !== 'REINICIOS';
};
