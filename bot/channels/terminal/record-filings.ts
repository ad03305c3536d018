import type { VentanillaUnica } from '../../ventanilla/ventanilla-unica';

/** A Ventanilla that remembers the numbers given through it, each once, in order. */
export function recordFilings(ventanilla: VentanillaUnica): {
  readonly ventanilla: VentanillaUnica;
  readonly radicados: () => readonly string[];
} {
  const numbers = new Set<string>();
  return {
    ventanilla: {
      ...ventanilla,
      async radicar(solicitud) {
        const result = await ventanilla.radicar(solicitud);
        if (result.ok) numbers.add(result.value.radicado ?? result.value.recepcion);
        return result;
      },
    },
    radicados: () => [...numbers],
  };
}
