import { LIMITES, type Accion, type MotivoDown, type Paso, type Session } from './session';

const UNLINKED: ReadonlySet<string> = new Set(['LOGOUT', 'UNPAIRED', 'UNPAIRED_IDLE']);

const RESTRICTED: ReadonlySet<string> = new Set([
  'TOS_BLOCK',
  'SMB_TOS_BLOCK',
  'PROXYBLOCK',
  'DEPRECATED_VERSION',
  'BLOCKED',
]);

/** What a reason means for good: an unlinked phone, or a refusal of WhatsApp. Undefined: it is worth starting again. */
export function downFor(motivo: string): Extract<MotivoDown, 'LOGOUT' | 'RESTRINGIDO'> | undefined {
  if (UNLINKED.has(motivo)) return 'LOGOUT';
  return RESTRICTED.has(motivo) ? 'RESTRINGIDO' : undefined;
}

const stop = ({ hijo }: Session): { hijo: Session['hijo']; acciones: readonly Accion[] } =>
  hijo === 'VIVO' ? { hijo: 'TERMINANDO', acciones: ['STOP'] } : { hijo, acciones: [] };

const CLEAN = {
  limite: undefined,
  preguntadoEn: undefined,
  fallidas: 0,
  sinConexionDesde: undefined,
  relanzarEn: undefined,
} as const;

/** Nothing runs any more. */
export function goDown(session: Session, motivo: MotivoDown, ahora: number): Paso {
  const { hijo, acciones } = stop(session);
  return {
    session: { ...session, ...CLEAN, fase: 'DOWN', motivo, desde: ahora, hijo },
    acciones: [
      ...acciones,
      'HIDE_QR',
      ...(motivo === 'LOGOUT' ? (['FORGET_SESSION'] as const) : []),
      'ALARM',
    ],
  };
}

/** Another child after a pause. */
export function restart(session: Session, pausa: number, ahora: number): Paso {
  const { hijo, acciones } = stop(session);
  return {
    session: {
      ...session,
      ...CLEAN,
      fase: 'STARTING',
      motivo: undefined,
      desde: ahora,
      hijo,
      relanzarEn: ahora + pausa,
    },
    acciones: [...acciones, 'HIDE_QR'],
  };
}

/** 5 s, 10 s, 20 s… up to ten minutes. */
export const pauseAfter = (seguidas: number): number =>
  Math.min(LIMITES.pausaMenor * 2 ** Math.min(seguidas, 20), LIMITES.pausaMayor);

/** The session failed: it starts again after a pause that grows; the seventh time in an hour it does not. */
export function fail(session: Session, falla: string, ahora: number): Paso {
  const reinicios = [...session.reinicios.filter((en) => en > ahora - LIMITES.hora), ahora];
  const known: Session = { ...session, falla, reinicios, seguidas: session.seguidas + 1 };
  if (reinicios.length > LIMITES.reiniciosPorHora) return goDown(known, 'REINICIOS', ahora);
  return restart(known, pauseAfter(session.seguidas), ahora);
}
