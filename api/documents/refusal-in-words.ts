import type { Texts } from '../../content/texts';
import type { FallaDeFila } from './document-management';

/** What is left beside a file of numbers that was not taken: every fault by line, with Windows line ends. */
export const explainRefusal =
  (texts: Texts) =>
  (archivo: string, fallas: readonly FallaDeFila[]): string =>
    [
      texts('gestor.rechazo.titulo', { archivo }),
      ...fallas.map(({ linea, motivo }) =>
        texts('gestor.rechazo.linea', { linea, motivo: texts(`gestor.fila.${motivo}`) }),
      ),
      texts('gestor.rechazo.final'),
      '',
    ].join('\r\n');
