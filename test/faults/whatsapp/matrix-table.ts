import type { Celda } from './matrix-axes';
import type { Visto } from './matrix-look';

const COLUMNS = [
  'Cómo llega',
  'Dónde se corta',
  'Recorrido',
  'Casos',
  'Mensajes recibidos',
  'Repetidos',
  'Repetidos diciéndolo',
  'En vuelo al cortarse',
  'Inciertos',
  'Inciertos al final',
  'Le llegó',
] as const;

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

const rowOf = ({ falla, corte, recorrido }: Celda, visto: Visto): string =>
  line([
    falla,
    corte,
    recorrido,
    visto.casos,
    visto.respuestas,
    visto.repetidas,
    visto.repetidasDiciendolo,
    visto.enVuelo,
    visto.inciertas,
    visto.inciertasAlFinal,
    visto.llego ? 'sí' : 'no',
  ]);

/** The table as it is committed. */
export const tableOf = (cells: readonly (readonly [Celda, Visto | undefined])[]): string =>
  [
    '# WhatsApp: cómo llega, dónde se corta el programa y qué recibe la persona',
    '',
    'La escribe `test/faults/whatsapp-matrix.test.ts`, que falla si no es la que él produce. Cada fila es una conversación',
    'con el simulador de la Cloud API: la falla es de los avisos de mensajes y de estados; el programa queda abandonado en',
    'ese punto y otro proceso sigue, tres segundos después, sobre lo guardado.',
    '',
    'Radicar y consultar son de la persona; respuesta es el aviso de lo que la entidad escribe en su caso. «Antes de',
    'enviar» es lo peor: ya se guardó que se iba a enviar y nadie sabe si salió, así que no se envía otra vez.',
    'Un mensaje en vuelo es incierto a los diez minutos sin eco, y deja de serlo si el eco llega después. El acuse de lo',
    'radicado y los avisos sin eco se dicen otra vez, diciendo que pueden estar repetidos. Cuando todo llega un día tarde, un 👍 mantiene abierta la',
    'ventana de 24 horas.',
    '',
    line(COLUMNS),
    line(COLUMNS.map(() => '---')),
    ...cells.map(([celda, visto]) => (visto ? rowOf(celda, visto) : '')),
    '',
  ].join('\n');
