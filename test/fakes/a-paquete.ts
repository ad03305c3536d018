import { createHash } from 'node:crypto';
import type { ArchivoDePaquete, Paquete } from '../../api/documents/paquete';

/** A file whose bytes are those of a text. */
export const anArchivo = (nombre: string, content: string): ArchivoDePaquete => ({
  nombre,
  sha256: createHash('sha256').update(content).digest('hex'),
  open: async () =>
    (async function* () {
      yield Buffer.from(content);
    })(),
});

/** A package of a petition about a street lamp, with two files. */
export const aPaquete = (over: Partial<Paquete> = {}): Paquete => ({
  recepcion: '2026-E-000001',
  prueba: false,
  huella: 'a'.repeat(64),
  entidad: 'Alcaldía de Candelaria',
  texto: 'La lámpara de la esquina está apagada',
  constancia: Buffer.from('%PDF-1.7 constancia'),
  anexos: [anArchivo('01-foto del poste.jpg', 'foto'), anArchivo('02-carta.pdf', 'carta')],
  metadatos: {
    formato: 1,
    prueba: false,
    recepcion: '2026-E-000001',
    radicado: null,
    tipo: 'RECLAMO',
    canal: 'WEB_CHAT',
    recibidoEn: '2026-11-24T14:00:00.000Z',
    numeradoEn: '2026-11-24T14:00:00.000Z',
    vence: '2026-12-16',
    venceEstricto: '2026-12-16',
    prioridad: 'NORMAL',
    modo: 'IDENTIFICADO',
    verbal: false,
    dependencia: 'VENTANILLA',
    dependenciasExcluidas: ['OBRAS', 'TRANSITO'],
    tramite: null,
    serieDocumental: null,
    subserieDocumental: null,
    anexos: [],
    archivosNoRecibidos: 0,
    textoSha256: 'b'.repeat(64),
    personal: { nombre: '=María, "la de la tienda"', correo: 'maria@ejemplo.co' },
  },
  ...over,
});
