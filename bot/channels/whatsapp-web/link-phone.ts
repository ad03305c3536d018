import { createKeptState } from './session/kept-state';
import { ownFolder } from './session/own-folder';
import { createQrFile } from './session/qr-file';
import { runSession } from './session/run-session';
import type { Session } from './session/session';
import type { WhatsappWebDeps } from './whatsapp-web';

export interface LinkDeps extends Pick<
  WhatsappWebDeps,
  'folder' | 'clock' | 'logger' | 'startChild' | 'ajustes' | 'every' | 'wait' | 'memoryOf'
> {
  /** A code to be read, or another in its place. */
  readonly onQr: (codigo: string) => void;
  /** The code was read. */
  readonly onRead: () => void;
}

/** LISTO: linked. OCUPADO: another process has the session. Otherwise why not, as a code. */
export type Vinculo = string;

/** WhatsApp goes on preparing a session after it says that it is ready: closed at once, it may be lost. */
const SETTLING_MS = 10_000;

/** Links a phone: shows codes until one is read, waits until it is ready, and leaves it for the server. */
export async function linkPhone(deps: LinkDeps): Promise<Vinculo> {
  const { folder, clock, wait } = deps;
  await folder.prepare();
  const leave = await ownFolder(folder.dueno);
  if (!leave) return 'OCUPADO';
  // A person is here: what stopped it for good is theirs to judge.
  const kept = createKeptState(folder, { ...(await folder.read()), detenido: undefined }, clock);
  const writeQr = createQrFile(folder);
  const ended = await new Promise<{ vinculo: Vinculo; session: ReturnType<typeof runSession> }>((resolve) => {
    const onChange = (now: Session): void => {
      if (now.fase === 'AUTHENTICATED') deps.onRead();
      const vinculo = outcomeOf(now);
      if (vinculo !== undefined) resolve({ vinculo, session });
    };
    const session = runSession({
      ...deps,
      kept,
      isBusy: () => true,
      onQr(codigo) {
        void writeQr(codigo);
        if (codigo !== undefined) deps.onQr(codigo);
      },
      onTold: () => {},
      onGone: () => {},
      onChange,
    });
    session.start();
  });
  if (ended.vinculo === 'LISTO') await wait(SETTLING_MS);
  await ended.session.stop();
  await leave();
  return ended.vinculo;
}

/** The first fault ends it: whoever is here tries again. */
function outcomeOf({ fase, motivo, falla }: Session): Vinculo | undefined {
  if (fase === 'READY') return 'LISTO';
  if (fase === 'DOWN') return motivo;
  return fase === 'STARTING' ? falla : undefined;
}
