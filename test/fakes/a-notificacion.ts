import { newKeyFile, parseKeys } from '../../api/base/sealing/keys';
import { createSealing } from '../../api/base/sealing/sealing';
import type { Intento, Notificacion } from '../../api/notificaciones/notificacion';

const sealing = createSealing(parseKeys(newKeyFile('AUTOGENERADA')));

export const anIntento = (over: Partial<Intento> = {}): Intento => ({
  medio: 'CHAT_PLANTILLA',
  estado: 'FALLIDO',
  clave: 'caso-1:2:1',
  en: new Date('2026-11-24T15:00:00Z'),
  estadoEn: new Date('2026-11-24T15:01:00Z'),
  veces: 1,
  huella: 'a'.repeat(64),
  sellado: sealing.seal('{"a":"x","texto":"y"}', 'notificacion.envoltura'),
  plantilla: { nombre: 'caso_respondido', idioma: 'es_CO' },
  envio: 'envio-1',
  proveedorId: 'wamid.1',
  codigo: '131026',
  posibleRepeticion: true,
  ...over,
});

/** What a person is told of the second event of a case. */
export const aNotificacion = (over: Partial<Notificacion> = {}): Notificacion => ({
  _id: 'caso-1:2',
  entidad: 'candelaria-valle',
  esquema: 1,
  libro: 'OFICIAL',
  caso: 'caso-1',
  recepcion: '2026-E-000001',
  n: 2,
  hecho: 'RESPONDIDA',
  estado: 'EN_CURSO',
  creadaEn: new Date('2026-11-24T15:00:00Z'),
  intentos: [],
  version: 1,
  proximoEn: new Date('2026-11-24T15:00:00Z'),
  ...over,
});
