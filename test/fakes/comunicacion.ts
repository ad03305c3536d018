import type { Comunicacion } from '../../api/comunicaciones/comunicacion';
import type { Filing } from '../../api/comunicaciones/filing-queue';
import { placeComunicacion } from '../../api/comunicaciones/new-comunicacion';

/** A filing with nothing in it but its place in the book. */
export function bareFiling(clave: string, huella = 'huella', entidad = 'candelaria'): Filing<Comunicacion> {
  const unplaced = {
    _id: `${entidad}/${clave}`,
    entidad,
    libro: 'PRUEBA',
    serie: 'E',
    clase: 'E',
    radicadoPor: 'PROPIO',
    clave,
    huella,
    canal: 'API',
    recibidoEn: new Date('2026-11-24T14:00:00Z'),
    por: 'ciudadano',
    datos: { clave },
  } as const;
  return { clave, huella, build: (place) => placeComunicacion(unplaced, place) };
}
