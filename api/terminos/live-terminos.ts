import type { Terminos } from './terminos';

/** The terms of the content in force, read at each count: a new holiday counts from when it is known. */
export const liveTerminos = (now: () => Terminos): Terminos => ({
  get calendar() {
    return now().calendar;
  },
  get politica() {
    return now().politica;
  },
  get diasParaCopias() {
    return now().diasParaCopias;
  },
  termFor: (tipo, day) => now().termFor(tipo, day),
  vencimiento: (pedido) => now().vencimiento(pedido),
  alertas: (due) => now().alertas(due),
  semaforo: (due, today) => now().semaforo(due, today),
  canExtend: (due, prorroga) => now().canExtend(due, prorroga),
  silencio: (due) => now().silencio(due),
  limiteTraslado: (recibo) => now().limiteTraslado(recibo),
  limiteRequerir: (recibo) => now().limiteRequerir(recibo),
  afterTraslado: (due, traslado) => now().afterTraslado(due, traslado),
  limiteCompletar: (codigo, requerido, prorrogado) => now().limiteCompletar(codigo, requerido, prorrogado),
});
