import { silentLogger } from '../../api/base/kernel/logger';
import { valueOf } from '../../api/base/kernel/result';
import type { Identidad, Solicitud } from '../../api/base/kernel/solicitud';
import { createAdvance } from '../../api/notificaciones/advance';
import { createSweepNotificaciones } from '../../api/notificaciones/notificaciones.job';
import { createOpenUntold } from '../../api/notificaciones/open-untold';
import type { Orden } from '../../api/pqrsd/orden';
import type { Content } from '../../content/load-content';
import { deskContent } from './desk';
import { MemoryAvisoPorChat } from './memory-aviso-por-chat';
import { memoryCorreo } from './memory-correo';
import { MemoryNotificaciones, memoryPorAvisar } from './memory-notificaciones';
import { pqrsdOffice, solicitud } from './pqrsd-office';

export const CHAT = 'conversacion-de-rosalba';
export const rosalba: Identidad = { modo: 'IDENTIFICADO', nombre: 'Rosalba', correo: 'rosalba@ejemplo.co' };

/** The content with its templates approved, as the day that Meta approves them. */
export const approved: Pick<Content, 'texts' | 'whatsapp'> = {
  texts: deskContent.texts,
  whatsapp: {
    ...deskContent.whatsapp,
    plantillas: deskContent.whatsapp.plantillas.map((one) => ({ ...one, aprobada: 'es_CO' as const })),
  },
};

interface Means {
  readonly content?: Pick<Content, 'texts' | 'whatsapp'>;
  readonly withChat?: boolean;
  readonly withMail?: boolean;
}

/** An office that tells the people of its cases, all in memory; it is a Tuesday, ten in the morning. */
export function notifiedTown({ content = approved, withChat = true, withMail = true }: Means = {}) {
  const office = pqrsdOffice({ prueba: false }, '2026-11-24T10:00:00-05:00');
  const { clock, book } = office;
  const chat = new MemoryAvisoPorChat();
  const correo = memoryCorreo();
  const notificaciones = new MemoryNotificaciones();
  const deps = {
    ...office,
    content,
    notificaciones,
    casos: { ...office.cases, ...memoryPorAvisar(book) },
    ...(withChat && { chat }),
    ...(withMail && { correo }),
    publicUrl: 'https://pueblo.gov.co',
    logger: silentLogger,
  };
  const openUntold = createOpenUntold(deps);
  const sweep = createSweepNotificaciones({ ...deps, openUntold, advance: createAdvance(deps) });
  const page = () => book.pages[0]!;
  return {
    ...deps,
    chat,
    correo,
    openUntold,
    sweep,
    page,
    /** Files a petition by WhatsApp, unless told otherwise; the person has just written. */
    async file(identidad: Identidad = rosalba, over: Partial<Solicitud> = {}) {
      chat.writes(CHAT, clock.now());
      const filed = solicitud({ canal: 'WHATSAPP', conversacion: CHAT, identidad, ...over });
      return valueOf(await office.filePqrsd(filed));
    },
    order: async (orden: Orden) => valueOf(await office.applyOrden(page()._id, orden, 'f-1')),
    asks: async (texto = '¿En qué esquina?') =>
      valueOf(await office.askInCase(page().recepcion, { clave: texto, texto, quien: 'Marta' })),
    only: () => [...notificaciones.kept.values()][0],
    event: () => page().eventos.at(-1),
  };
}

export const answer: Orden = { tipo: 'RESPONDER', salida: '2026-S-000001', prueba: 'carta' };

const MINUTE = 60_000;

/** A case filed by WhatsApp by somebody with an address, which the office then answers. */
export async function answered(means: Means = {}, identidad = rosalba) {
  const town = notifiedTown(means);
  await town.file(identidad);
  await town.order(answer);
  const key = (k: number) => `${town.page()._id}:2:${k}`;
  return {
    ...town,
    key,
    /** The sweep of `minutes` later. */
    async after(minutes: number) {
      town.clock.advance(minutes * MINUTE);
      await town.sweep();
    },
    tries: () => town.only()?.intentos.map(({ medio, estado, codigo }) => [medio, estado, codigo]),
  };
}
