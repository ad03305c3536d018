/** Where a constancia and the proofs of its case are, for a form that posts number and code. */
export const CONSTANCIA = {
  pdf: '/constancia',
  pantalla: '/constancia/pantalla',
  pruebaTermino: '/constancia/prueba-termino.json',
  pruebaSello: '/constancia/prueba-sello.json',
} as const;
