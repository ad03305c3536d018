import { linkEvent } from '../../api/comunicaciones/book-chain';
import type { Comunicacion } from '../../api/comunicaciones/comunicacion';
import type { Filing } from '../../api/comunicaciones/filing-queue';
import { formatNumero } from '../../api/comunicaciones/numero';

/** A filing with nothing in it but its place in the book. */
export function bareFiling(clave: string, huella = 'huella', entidad = 'candelaria'): Filing<Comunicacion> {
  return {
    clave,
    huella,
    build: ({ anio, numero, radicadoEn, anterior }) => ({
      _id: `${entidad}/${clave}`,
      entidad,
      esquema: 1,
      libro: 'PRUEBA',
      serie: 'E',
      anio,
      clase: 'E',
      numero,
      recepcion: formatNumero({ anio, clase: 'E', numero }),
      clave,
      huella,
      canal: 'API',
      recibidoEn: radicadoEn,
      radicadoEn,
      eventos: [
        linkEvent(anterior, { n: 1, tipo: 'RADICADA', en: radicadoEn, por: 'ciudadano', datos: { clave } }),
      ],
      version: 1,
      porSellar: true,
    }),
  };
}
