import { silentLogger } from '../../api/base/kernel/logger';
import { valueOf } from '../../api/base/kernel/result';
import type { Solicitud } from '../../api/base/kernel/solicitud';
import { createDeliverCases } from '../../api/documents/deliver-cases';
import { createNoticeOf } from '../../api/documents/notice-of-radicado';
import { createPackCase } from '../../api/documents/pack-case';
import { createTakeRadicados } from '../../api/documents/take-radicados';
import { createTellRadicado } from '../../api/documents/tell-radicado';
import type { Ajustes } from '../../api/puesta-en-marcha/go-live';
import { memoryAnexos } from './memory-anexos';
import { memoryCorreo } from './memory-correo';
import { memoryCasosDelLibro, MemoryEntregas } from './memory-entregas';
import { MemoryGestor } from './memory-gestor';
import { MemoryRadicadosExternos } from './memory-radicados-externos';
import { pqrsdOffice, solicitud } from './pqrsd-office';
import { realTexts } from './real-texts';

/** An office whose cases go to a document management system, all in memory; official, unless told otherwise. */
export function documentsTown(ajustes: Partial<Ajustes> = {}, confidencialConNombre = false) {
  const office = pqrsdOffice({ prueba: false, ...ajustes });
  const { clock, sealing, book, terminos } = office;
  const anexos = memoryAnexos(clock);
  const gestor = new MemoryGestor();
  const entregas = new MemoryEntregas();
  const externos = new MemoryRadicadosExternos();
  const correo = memoryCorreo();
  const casos = memoryCasosDelLibro(() => book.pages);
  const copia = (_: unknown, conNombre: boolean) => Promise.resolve(Buffer.from(`copia ${conNombre}`));
  const pack = createPackCase({ entidad: 'Alcaldía', sealing, anexos, copia, confidencialConNombre });
  const notice = createNoticeOf({
    texts: realTexts('gestor'),
    terminos,
    publicUrl: 'https://pueblo.gov.co',
    constancia: async ({ recepcion, radicado }) => Buffer.from(`${recepcion} ${radicado}`),
  });
  const deps = {
    ...office,
    ...notice,
    gestor,
    entregas,
    externos,
    casos,
    correo,
    pack,
    logger: silentLogger,
  };
  let filed = 0;
  return {
    ...deps,
    anexos,
    deliver: createDeliverCases(deps),
    take: createTakeRadicados(deps),
    tell: createTellRadicado(deps),
    /** Files a petition, each its own. */
    file: async (over: Partial<Solicitud> = {}) =>
      valueOf(await office.filePqrsd(solicitud({ clave: `c-${(filed += 1)}`, ...over }))),
    delivered: () => [...gestor.delivered.keys()],
    caseOf: async (recepcion: string) => {
      const found = await casos.byRecepcion(recepcion);
      if (!found) throw new Error(`no case ${recepcion}`);
      return found;
    },
  };
}
