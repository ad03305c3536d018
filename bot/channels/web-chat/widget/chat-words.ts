const KEYS = [
  'nombre',
  'titulo',
  'aviso',
  'cerrar',
  'descargar',
  'conversacion',
  'usted',
  'asistente',
  'etiqueta',
  'ayuda',
  'enviar',
  'vacio',
  'respuestas',
  'opciones',
  'escribiendo',
  'conectando',
  'sinConexion',
  'sinConexionNada',
  'conectado',
  'espera',
  'pendiente',
  'enviado',
  'rechazado',
  'sesionNueva',
  'nuevos',
  'archivo',
  'archivoTitulo',
] as const;

/** Every word the chat shows. They come from the page, which takes them from content. */
export type ChatWords = Readonly<Record<(typeof KEYS)[number], string>>;

/** The words in the element's attribute; one that is missing is shown by its name, which a test would see. */
export function parseWords(json: string | null): ChatWords {
  const given: unknown = JSON.parse(json ?? '{}');
  const found = new Map(typeof given === 'object' && given !== null ? Object.entries(given) : []);
  return Object.fromEntries(KEYS.map((key) => [key, String(found.get(key) ?? key)])) as ChatWords;
}

/** Fills the `{name}` places of a text. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
