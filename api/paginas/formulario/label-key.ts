import type { Campo } from './form-values';

const OF_PAGES = /^(contra|representante|menorDeEdad|riesgoDeVida|corrupcion)/;

/** Where the words that name a field are. */
export function labelKey(campo: Campo): string {
  if (campo === 'modo') return 'web.formulario.identidadLeyenda';
  return `${OF_PAGES.test(campo) ? 'paginas' : 'web'}.formulario.${campo}`;
}
