/** The steps at which somebody is asked who they are: what is asked back there is about their data, and a number is theirs. */
export const OF_THE_PERSON: ReadonlySet<string> = new Set([
  'modo',
  'anonima',
  'nombre',
  'identificacion',
  'por_enlace',
  'documento',
  'tipo_documento',
  'contacto',
  'resumen',
  'corregir',
]);
