import { downFor, fail, goDown, restart } from './faults';
import { LIMITES, type Paso, type Session, type Suceso } from './session';
import { watch } from './watch';

const still = (session: Session): Paso => ({ session, acciones: [] });

const enter = (session: Session, fase: Session['fase'], ahora: number): Session => ({
  ...session,
  fase,
  motivo: undefined,
  desde: ahora,
});

type Steps = {
  readonly [T in Suceso['tipo']]: (
    session: Session,
    suceso: Extract<Suceso, { tipo: T }>,
    ahora: number,
  ) => Paso;
};

const IN_USE: ReadonlySet<Session['fase']> = new Set(['READY', 'DEGRADED']);

const STEPS: Steps = {
  START(session, _, ahora) {
    if (session.fase !== 'DOWN') return still(session);
    return { session: { ...enter(session, 'STARTING', ahora), relanzarEn: ahora }, acciones: [] };
  },

  // Codes change every minute or less; the time to read one runs from the first.
  QR(session, _, ahora) {
    if (session.fase === 'QR') return { session, acciones: ['SHOW_QR'] };
    if (session.fase !== 'STARTING') return still(session);
    return {
      session: { ...enter(session, 'QR', ahora), limite: ahora + LIMITES.qr },
      acciones: ['SHOW_QR'],
    };
  },

  // The library says it again at every synchronisation.
  AUTHENTICATED(session, _, ahora) {
    if (session.fase !== 'STARTING' && session.fase !== 'QR') return still(session);
    return {
      session: { ...enter(session, 'AUTHENTICATED', ahora), limite: ahora + LIMITES.listo },
      acciones: ['HIDE_QR'],
    };
  },

  READY(session, _, ahora) {
    if (IN_USE.has(session.fase)) return still(session);
    return {
      session: { ...enter(session, 'READY', ahora), limite: undefined, fallidas: 0, pulsoEn: ahora },
      acciones: ['HIDE_QR', 'CATCH_UP'],
    };
  },

  // Asked at once whether it is still well.
  TROUBLE(session, _, ahora) {
    if (!IN_USE.has(session.fase)) return still(session);
    return {
      session: { ...enter(session, 'DEGRADED', ahora), preguntadoEn: ahora },
      acciones: ['ASK_STATE'],
    };
  },

  STATE(session, { estado }, ahora) {
    if (!IN_USE.has(session.fase)) return still(session);
    const answered = { ...session, preguntadoEn: undefined, pulsoEn: ahora, fallidas: 0 };
    if (estado === 'CONNECTED') {
      const well = { ...answered, sinConexionDesde: undefined };
      return still(session.fase === 'READY' ? well : enter(well, 'READY', ahora));
    }
    const down = estado === null ? undefined : downFor(estado);
    if (down) return goDown(answered, down, ahora);
    // The page answers and looks for its connection by itself: it is given time.
    return still({
      ...(session.fase === 'READY' ? enter(answered, 'DEGRADED', ahora) : answered),
      sinConexionDesde: session.sinConexionDesde ?? ahora,
    });
  },

  LOST(session, { motivo }, ahora) {
    const down = downFor(motivo);
    return down ? goDown(session, down, ahora) : fail(session, motivo, ahora);
  },

  EXIT(session, _, ahora) {
    const gone: Session = { ...session, hijo: 'NINGUNO' };
    return session.hijo === 'VIVO' && session.fase !== 'DOWN' ? fail(gone, 'MURIO', ahora) : still(gone);
  },

  PLANNED: (session, _, ahora) =>
    IN_USE.has(session.fase) ? restart(session, LIMITES.pausaMenor, ahora) : still(session),

  MEMORY: (session, { bytes }, ahora) =>
    bytes > LIMITES.memoria ? fail(session, 'MEMORIA', ahora) : still(session),

  TICK: (session, _, ahora) => watch(session, ahora),
};

/** What only a program that runs may say: one that was told to end may still be talking. */
const SPOKEN: ReadonlySet<Suceso['tipo']> = new Set([
  'QR',
  'AUTHENTICATED',
  'READY',
  'TROUBLE',
  'STATE',
  'LOST',
  'MEMORY',
]);

/** What a session becomes by what happened, and what to do about it. `ahora` in monotonic milliseconds. */
export function step(session: Session, suceso: Suceso, ahora: number): Paso {
  if (SPOKEN.has(suceso.tipo) && (session.hijo !== 'VIVO' || session.fase === 'DOWN')) return still(session);
  return (STEPS[suceso.tipo] as (s: Session, e: Suceso, n: number) => Paso)(session, suceso, ahora);
}
