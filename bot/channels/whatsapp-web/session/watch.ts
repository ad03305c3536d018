import { fail, goDown } from './faults';
import { LIMITES, type Paso, type Session } from './session';

const still = (session: Session): Paso => ({ session, acciones: [] });

/** Some time went by: what was awaited and did not come, what is due. */
export function watch(session: Session, ahora: number): Paso {
  if (session.fase === 'DOWN') return tryAgain(session, ahora);
  if (session.hijo === 'TERMINANDO') return still(session);
  if (session.hijo === 'NINGUNO') return launch(session, ahora);
  if (session.limite !== undefined && ahora >= session.limite) return late(session, ahora);
  if (session.fase === 'READY' || session.fase === 'DEGRADED') return pulse(session, ahora);
  return still(session);
}

/** After too many faults, once more when an hour has gone by. */
function tryAgain(session: Session, ahora: number): Paso {
  if (session.motivo !== 'REINICIOS' || session.hijo !== 'NINGUNO') return still(session);
  if (ahora < session.desde + LIMITES.hora) return still(session);
  const fresh: Session = { ...session, fase: 'STARTING', motivo: undefined, desde: ahora, relanzarEn: ahora };
  return still({ ...fresh, reinicios: [], seguidas: 0 });
}

function launch(session: Session, ahora: number): Paso {
  if (session.relanzarEn === undefined || ahora < session.relanzarEn) return still(session);
  return {
    session: { ...session, hijo: 'VIVO', relanzarEn: undefined, limite: ahora + LIMITES.inicio },
    acciones: ['LAUNCH'],
  };
}

const LATE: Readonly<Partial<Record<Session['fase'], string>>> = {
  STARTING: 'NO_INICIA',
  AUTHENTICATED: 'NO_LISTO',
};

const late = (session: Session, ahora: number): Paso =>
  session.fase === 'QR'
    ? goDown(session, 'QR_VENCIDO', ahora)
    : fail(session, LATE[session.fase] ?? 'TARDE', ahora);

/** Asks how the page is, every half minute; three questions without answer, or ten minutes without connection, end it. */
function pulse(session: Session, ahora: number): Paso {
  const { preguntadoEn, sinConexionDesde, pulsoEn, fallidas, desde, fase } = session;
  if (sinConexionDesde !== undefined && ahora >= sinConexionDesde + LIMITES.sinConexion) {
    return fail(session, 'SIN_CONEXION', ahora);
  }
  if (preguntadoEn !== undefined) {
    if (ahora < preguntadoEn + LIMITES.respuesta) return still(session);
    const missed: Session = { ...session, preguntadoEn: undefined, pulsoEn: ahora, fallidas: fallidas + 1 };
    if (missed.fallidas >= LIMITES.fallidas) return fail(missed, 'NO_RESPONDE', ahora);
    return still({ ...missed, fase: 'DEGRADED', desde: fase === 'DEGRADED' ? desde : ahora });
  }
  if (ahora >= pulsoEn + LIMITES.preguntaCada) {
    return { session: { ...session, preguntadoEn: ahora }, acciones: ['ASK_STATE'] };
  }
  const well = fase === 'READY' && session.seguidas > 0 && ahora >= desde + LIMITES.sanaTras;
  return still(well ? { ...session, seguidas: 0 } : session);
}
