import type { Clock } from '../base/kernel/clock';
import { instantInWords } from '../base/kernel/local-date';
import { formatNumero, parseNumero } from '../comunicaciones/numero';
import type { Apartada, CasosDelLibro, Entregas, Posicion } from '../documents/entregas';
import type { RadicadosExternos } from '../documents/radicados-externos';
import type { Texts } from '../../content/texts';
import type { Command, Io } from './command';

interface Deps {
  readonly carpeta: string | undefined;
  /** Makes the places of the connector; false when the folder is not there. */
  readonly prepare: (carpeta: string) => Promise<boolean>;
  readonly entregas: Entregas;
  readonly casos: CasosDelLibro;
  readonly externos: Pick<RadicadosExternos, 'porContar'>;
  readonly clock: Clock;
  readonly texts: Texts;
}

/** More than these are told as many. */
const LIMIT = 1_000;

/**
 * `gestor preparar | estado | pendientes | reenviar RADICADO | reenviar --todos`: the deliveries to the entity's document
 * management. It only says what is to be sent again: the server sends it.
 */
export const createGestorCommand =
  (deps: Deps): Command =>
  async ([action, target, ...rest], io) => {
    const alone = target === undefined;
    if (action === 'preparar' && alone) return prepare(deps, io);
    if (action === 'estado' && alone) return status(deps, io);
    if (action === 'pendientes' && alone) return pending(deps, io);
    if (action === 'reenviar' && !alone && rest.length === 0) {
      return target === '--todos' ? resendAll(deps, io) : resend(deps, io, target);
    }
    io.err(deps.texts('gestor.orden.uso'));
    return 2;
  };

async function prepare({ carpeta, prepare: make, texts }: Deps, io: Io): Promise<number> {
  if (carpeta === undefined) {
    io.err(texts('gestor.orden.sinCarpeta'));
    return 1;
  }
  const made = await make(carpeta);
  (made ? io.out : io.err)(texts(made ? 'gestor.orden.preparada' : 'gestor.orden.noEsta', { carpeta }));
  return made ? 0 : 1;
}

async function status({ carpeta, entregas, casos, externos, texts }: Deps, io: Io): Promise<number> {
  if (carpeta === undefined) io.err(texts('gestor.orden.sinCarpeta'));
  const { hasta, en, pausa } = await entregas.linea();
  io.out(
    hasta && en
      ? texts('gestor.orden.hasta', { recepcion: recepcionOf(hasta), en: instantInWords(en) })
      : texts('gestor.orden.nada'),
  );
  const cuantos = await casos.countAfter(hasta, LIMIT);
  io.out(texts(cuantos < LIMIT ? 'gestor.orden.esperan' : 'gestor.orden.esperanMas', { cuantos }));
  io.out(texts('gestor.orden.apartados', { cuantos: (await entregas.apartadas(LIMIT)).length }));
  io.out(texts('gestor.orden.porContar', { cuantos: (await externos.porContar(LIMIT)).length }));
  if (!pausa) return 0;
  const [desde, until] = [instantInWords(pausa.desde), instantInWords(pausa.hasta)];
  const motivo = texts(`gestor.motivo.${pausa.motivo}`);
  io.out(texts('gestor.orden.pausa', { desde, motivo, hasta: until }));
  return 1;
}

const recepcionOf = (posicion: Posicion): string => formatNumero({ ...posicion, clase: 'E' });

async function pending({ entregas, externos, texts }: Deps, io: Io): Promise<number> {
  const apartadas = await entregas.apartadas(LIMIT);
  for (const apartada of apartadas) io.out(line(texts, apartada));
  const avisos = await externos.porContar(LIMIT);
  for (const { recepcion, radicado, aviso } of avisos) {
    const estado = texts(`gestor.orden.estadoAviso.${aviso?.estado}`);
    io.out(texts('gestor.orden.aviso', { recepcion, radicado, estado }));
  }
  if (apartadas.length + avisos.length === 0) io.out(texts('gestor.orden.nadaPendiente'));
  return 0;
}

function line(texts: Texts, { recepcion, motivo, intentos, proximoEn }: Apartada): string {
  const why = motivo === undefined ? '' : texts(`gestor.motivo.${motivo}`);
  return texts(proximoEn ? 'gestor.orden.apartado' : 'gestor.orden.muerto', {
    recepcion,
    motivo: why,
    intentos,
  });
}

async function resend({ entregas, casos, clock, texts }: Deps, io: Io, typed: string): Promise<number> {
  const numero = parseNumero(typed);
  const found =
    (numero && (await casos.byRecepcion(formatNumero(numero)))) ??
    (await casos.byRadicado(typed.trim().toUpperCase()));
  if (!found) {
    io.err(texts('gestor.orden.sinCaso', { numero: typed }));
    return 1;
  }
  const { _id: caso, recepcion, anio, numero: place } = found;
  await again(entregas, { caso, recepcion, anio, numero: place, intentos: 0 }, clock);
  io.out(texts('gestor.orden.reenviado', { recepcion }));
  return 0;
}

async function resendAll({ entregas, clock, texts }: Deps, io: Io): Promise<number> {
  const apartadas = await entregas.apartadas(LIMIT);
  for (const { caso, recepcion, anio, numero, motivo } of apartadas) {
    await again(entregas, { caso, recepcion, anio, numero, motivo, intentos: 0 }, clock);
    io.out(texts('gestor.orden.reenviado', { recepcion }));
  }
  if (apartadas.length === 0) io.out(texts('gestor.orden.nadaPendiente'));
  return 0;
}

/** Whoever asks for it has mended what was wrong: nothing waits for its time. */
async function again(entregas: Entregas, apartada: Apartada, clock: Clock): Promise<void> {
  await entregas.setAside({ ...apartada, proximoEn: clock.now() });
  await entregas.resume();
}
