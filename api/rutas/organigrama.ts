import type { Content } from '../../content/load-content';

export type Organigrama = Pick<Content, 'dependencias'>;

/** Whether `codigo` is `whole` or one of the dependencias that are part of it. */
export function isPartOf(codigo: string, whole: string, { dependencias }: Organigrama): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = codigo; at !== undefined && !seen.has(at);) {
    if (at === whole) return true;
    seen.add(at);
    const here: string = at;
    at = dependencias.find((one) => one.codigo === here)?.depende;
  }
  return false;
}
