import type { Content } from '../../content/load-content';
import type { Sealing } from '../base/kernel/sealing';
import type { Pqrsd } from '../pqrsd/pqrsd';
import { openConversacion, openPeticionario } from '../pqrsd/seal-case';
import type { Terminos } from '../terminos/terminos';
import { writableFrom } from './horario';
import type { Notificacion } from './notificacion';
import { plantillaOf } from './palabras';
import type { Situacion } from './plan';
import type { AvisoPorChat } from './ports';

export interface SituacionDeps {
  readonly content: Pick<Content, 'whatsapp'>;
  readonly terminos: Pick<Terminos, 'calendar'>;
  readonly sealing: Sealing;
  /** Absent while no channel that can be written to is on. */
  readonly chat?: Pick<AvisoPorChat, 'ventana'>;
  /** Absent while there is no mail server. */
  readonly correo?: unknown;
}

const DAY_MS = 86_400_000;

/** How a person can be told of an event of their case at `ahora`. */
export async function situacionOf(
  { n, hecho }: Notificacion,
  caso: Pqrsd,
  ahora: Date,
  deps: SituacionDeps,
): Promise<Situacion> {
  const { content, terminos, sealing, chat, correo } = deps;
  const conversacion = openConversacion(caso, sealing);
  const ventana =
    chat && conversacion !== undefined
      ? await chat.ventana(conversacion, ahora)
      : ({ estado: 'SIN_CHAT' } as const);
  return {
    ahora,
    modo: caso.pqrsd.modo,
    ventana,
    directa: hecho === 'PREGUNTADA' && answersThePerson(caso, n, ahora),
    enHorario: writableFrom(ahora, content.whatsapp.horario, (day) => terminos.calendar.isHoliday(day)),
    plantilla: plantillaOf(hecho, content) !== undefined,
    correo: correo !== undefined && openPeticionario(caso, sealing)?.correo !== undefined,
  };
}

/** The last that was said in the case before the event was theirs, less than a day ago. */
function answersThePerson({ eventos }: Pqrsd, n: number, ahora: Date): boolean {
  const said = eventos.findLast(
    (one) => one.n < n && (one.tipo === 'ADICIONADA' || one.tipo === 'PREGUNTADA'),
  );
  return said?.tipo === 'ADICIONADA' && ahora.getTime() - said.en.getTime() < DAY_MS;
}
