import type { Hechos, Prueba } from './prueba';

/** The facts a proof was counted from, to count them again in another way. */
export const hechosOf = (prueba: Prueba): Hechos => {
  const { tipo, norma, politica, termino, prorroga, copias, pausa } = prueba;
  return {
    tipo,
    norma,
    politica,
    termino,
    prorroga,
    copias,
    recibidoEn: new Date(prueba.recibidoEn),
    pausa: pausa && { requerido: pausa.requerido, respondido: pausa.respondido },
  };
};
