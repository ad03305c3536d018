import { join } from 'node:path';
import type { Anexos } from '../../api/base/anexos/anexos';
import { storeTextIn } from '../../api/base/anexos/store-text';
import { silentLogger } from '../../api/base/kernel/logger';
import { ok, valueOf } from '../../api/base/kernel/result';
import type { AnexoRecibido, Solicitud } from '../../api/base/kernel/solicitud';
import { createReserva } from '../../api/base/reserva/reserva';
import { newKeyFile, parseKeys } from '../../api/base/sealing/keys';
import { createSealing } from '../../api/base/sealing/sealing';
import { sha256 } from '../../api/comunicaciones/book-chain';
import { createClockGuard } from '../../api/comunicaciones/clock-guard';
import { FilingQueue } from '../../api/comunicaciones/filing-queue';
import { createNextPlace } from '../../api/comunicaciones/place';
import { placeWithRoom } from '../../api/comunicaciones/place-with-room';
import { createAddToCase } from '../../api/pqrsd/add-to-case';
import { anonymousAnexos } from '../../api/base/anexos/anonymous-anexos';
import { createAskInCase } from '../../api/pqrsd/ask-in-case';
import { createAcuseOf } from '../../api/pqrsd/acuse';
import { createApplyOrden } from '../../api/pqrsd/apply-orden';
import { createFileOrKeep } from '../../api/pqrsd/file-or-keep';
import { createFilePqrsd } from '../../api/pqrsd/file-pqrsd';
import { createFileUnderClave, libroOf } from '../../api/pqrsd/file-under-clave';
import { createFileWaiting } from '../../api/pqrsd/file-waiting';
import { createFindPqrsd } from '../../api/pqrsd/find-pqrsd';
import { createFindSimilar } from '../../api/pqrsd/find-similar';
import { createCasesOfChat, createMyCases, createOpenCase } from '../../api/pqrsd/my-cases';
import { createSayInCase } from '../../api/pqrsd/say-in-case';
import { createDescribeCase } from '../../api/pqrsd/seguimiento/describe-case';
import type { Pqrsd } from '../../api/pqrsd/pqrsd';
import { createTrackPqrsd } from '../../api/pqrsd/track-pqrsd';
import { blamedIn } from '../../api/rutas/blamed';
import type { Ajustes } from '../../api/puesta-en-marcha/go-live';
import { createTerminos } from '../../api/terminos/terminos';
import { loadLegal } from '../../content/load-legal';
import { memoryCasesOfPerson } from './memory-cases-of-person';
import { manualClock } from './manual-clock';
import { MemoryBook } from './memory-book';
import { memoryDiskSpace } from './memory-disk-space';
import { MemoryPorRadicar } from './memory-por-radicar';

export const CONTENT_DIR = join(__dirname, '../../content');

/** The legal data of the real content. */
export const legal = valueOf(loadLegal(CONTENT_DIR));

const rehearsal: Ajustes = { prueba: true, radicadoPor: 'PROPIO', recepcion: 'STRICT', consecutivos: 'TRES' };

/** The use cases of PQRSD on a book in memory, with real terms, real sealing and a manual clock. */
export function pqrsdOffice(
  ajustes: Partial<Ajustes> = {},
  now = '2026-11-24T09:00:00-05:00',
  terminos = createTerminos(legal),
) {
  const clock = manualClock(now);
  const book = new MemoryBook<Pqrsd>();
  const keys = parseKeys(newKeyFile('AUTOGENERADA'));
  const sealing = createSealing(keys);
  const nextPlace = createNextPlace({ book, guard: createClockGuard(clock), logger: silentLogger });
  const disk = memoryDiskSpace();
  const reserva = createReserva({ disk, logger: silentLogger });
  const place = placeWithRoom(nextPlace, () => reserva.admit('radicacion'));
  const queue = new FilingQueue({ book, nextPlace: place, logger: silentLogger });
  const stored = new Map<string, string>();
  const put: Anexos['put'] = (content, about) => {
    const texto = Buffer.from(content as Uint8Array).toString('utf8');
    const anexo: AnexoRecibido = { ...about, sha256: sha256(texto), bytes: Buffer.byteLength(texto) };
    stored.set(anexo.sha256, texto);
    return Promise.resolve(ok(anexo));
  };
  const storeLongText = storeTextIn({ put }, reserva);
  const file = createFileUnderClave({
    entidad: 'candelaria-valle',
    ajustes: { ...rehearsal, ...ajustes },
    queue,
    terminos,
    sealing,
    route: (recibida) => ({ dependencia: 'VENTANILLA', excluidas: blamedIn(recibida, { dependencias: [] }) }),
  });
  const porRadicar = new MemoryPorRadicar();
  const fileOrKeep = createFileOrKeep({ file, porRadicar, sealing, logger: silentLogger });
  const dropped: string[] = [];
  const dropOriginals = async (sha256s: readonly string[]) => void dropped.push(...sha256s);
  const filePqrsd = createFilePqrsd({
    dropOriginals,
    fileOrKeep,
    sealing,
    storeLongText,
    acuseOf: createAcuseOf({ codigos: keys.codigos, constanciaUrl: 'http://localhost/constancia', terminos }),
  });
  const fileWaiting = createFileWaiting({ fileOrKeep, porRadicar, sealing, logger: silentLogger });
  const paused = async () => nextPlace.paused(await book.end());
  const numbers = memoryByNumber(book);
  const find = createFindPqrsd(numbers, keys.codigos);
  const describe = createDescribeCase({ clock, terminos, sealing, dependenciaName: () => undefined });
  const track = createTrackPqrsd({ find, describe });
  const stores = { cases: memoryCases(book), numbers };
  const applyOrden = createApplyOrden({ cases: stores.cases, terminos, clock, sealing });
  const say = createSayInCase({ applyOrden, sealing, storeLongText });
  const cases = memoryCasesOfPerson(book);
  const casesOfChat = createCasesOfChat({ cases, sealing });
  const openCase = createOpenCase(find, casesOfChat);
  const libro = libroOf({ ...rehearsal, ...ajustes });
  const inCases = {
    say,
    addToCase: createAddToCase({ openCase, say, describe, anonymousAnexos, dropOriginals }),
    askInCase: createAskInCase({ cases: numbers, libro, say, sealing }),
    myCases: createMyCases(casesOfChat, describe),
    findSimilar: createFindSimilar({ cases, casesOfChat, sealing }),
  };
  const kept = { ...stores, dropped, porRadicar, fileWaiting, paused, disk, reserva, ...inCases };
  return {
    clock,
    book,
    keys,
    sealing,
    terminos,
    stored,
    filePqrsd,
    find,
    track,
    describeCase: describe,
    applyOrden,
    ...kept,
  };
}

const memoryByNumber = (book: MemoryBook<Pqrsd>) => ({
  byRecepcion: (recepcion: string) =>
    Promise.resolve(book.pages.filter((page) => page.recepcion === recepcion)),
  byRadicado: (radicado: string) => Promise.resolve(book.pages.filter((page) => page.radicado === radicado)),
});

export const memoryCases = (book: MemoryBook<Pqrsd>) => ({
  byId: (id: string) => Promise.resolve(book.pages.find((page) => page._id === id)),
  replace: (next: Pqrsd) => {
    const at = book.pages.findIndex((page) => page._id === next._id && page.version === next.version - 1);
    if (at >= 0) book.pages[at] = next;
    return Promise.resolve(at >= 0);
  },
});

/** A street lamp that does not light, filed anonymously from the web chat. */
export const solicitud = (over: Partial<Solicitud> = {}): Solicitud => ({
  clave: 'borrador-1',
  canal: 'WEB_CHAT',
  texto: 'La lampara de la esquina lleva una semana apagada',
  tipo: 'RECLAMO',
  identidad: { modo: 'ANONIMO' },
  anexos: [],
  recibidoEn: new Date('2026-11-24T09:00:00-05:00'),
  ...over,
});
