import type { AnexoNoRecibido, AnexoRecibido } from '../base/kernel/solicitud';

/** What is kept of the files of somebody anonymous, and what is not. */
export interface KeptAnexos {
  readonly anexos: readonly AnexoRecibido[];
  readonly noRecibidos: readonly AnexoNoRecibido[];
}

/**
 * The files of somebody anonymous without what leads to them: only the derivative without metadata, under a neutral
 * name. A plain text has no metadata; what has no derivative is not kept.
 */
export function anonymousAnexos(anexos: readonly AnexoRecibido[]): KeptAnexos {
  const named = anexos.map((anexo, index) => ({ anexo, nombre: `archivo-${index + 1}` }));
  return {
    anexos: named.flatMap(({ anexo: { vista, nombre: _nombre, ...anexo }, nombre }) => {
      if (vista) return [{ ...vista, nombre }];
      return anexo.tipo === 'text/plain' ? [{ ...anexo, nombre }] : [];
    }),
    noRecibidos: named.flatMap(({ anexo: { vista, tipo }, nombre }) =>
      vista || tipo === 'text/plain' ? [] : [{ nombre, motivo: 'TIPO_NO_ADMITIDO' as const }],
    ),
  };
}
