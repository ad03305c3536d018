import type { Signer } from '../../base/sealing/signer';
import { addDays, type LocalDate } from '../../base/kernel/local-date';
import type { Libro } from '../comunicacion';
import type { Pendiente } from './por-sellar';
import { rootOfSello, signedText, SIN_SELLO_ANTERIOR, type Sello, type SelloPublico } from './sello';

interface Day {
  readonly entidad: string;
  readonly libro: Libro;
  readonly dia: LocalDate;
  readonly selladoEn: Date;
  /** The newest seal of the book, if it has any. */
  readonly last: SelloPublico | undefined;
  readonly pendientes: readonly Pendiente[];
  /** Whether somebody is there to receive it. */
  readonly hayDestino: boolean;
}

/** The seal that closes a day: it follows the last one and covers everything that waits, in the order of its numbers. */
export function closeDay(day: Day, signer: Signer): Sello {
  const { entidad, libro, dia, selladoEn, last } = day;
  const hojas = day.pendientes
    .map(({ _id, version, recepcion, ultimoHash }) => ({ id: _id, version, recepcion, hash: ultimoHash }))
    .toSorted((a, b) => (a.recepcion < b.recepcion ? -1 : 1));
  const encabezado = {
    entidad,
    libro,
    n: (last?.n ?? 0) + 1,
    desde: last ? addDays(last.dia, 1) : dia,
    dia,
    anterior: last?.raiz ?? SIN_SELLO_ANTERIOR,
  };
  const cuerpo = { ...encabezado, cuenta: hojas.length, raiz: rootOfSello(encabezado, hojas), selladoEn };
  const estado = day.hayDestino ? 'PENDIENTE' : 'PENDIENTE_DECISION';
  return {
    ...cuerpo,
    kid: signer.keyId,
    firma: signer.sign(signedText(cuerpo)).toString('base64url'),
    esquema: 1,
    hojas,
    porAplicar: hojas.length > 0,
    envio: { estado, intentos: 0, en: selladoEn, posibleRepeticion: false },
  };
}
