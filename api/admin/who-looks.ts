import type { Prompts } from './ventanilla/prompts';
import type { Viewer } from '../rutas/viewer';
import type { Content } from '../../content/load-content';

export type WhoLooks =
  { readonly ok: true; readonly viewer: Viewer } | { readonly ok: false; readonly motivo: string };

interface Deps {
  readonly content: Pick<Content, 'texts' | 'dependencias'>;
  readonly prompts: () => Prompts;
}

/** Asks who looks, unless they said it, and from which dependencia: nobody sees a case without it. */
export async function whoLooks(
  { content, prompts }: Deps,
  given: ReadonlyMap<string, string>,
): Promise<WhoLooks> {
  const { texts, dependencias } = content;
  const said = given.has('quien') ? given : await asked(prompts(), texts);
  const nombre = said.get('quien')?.trim() ?? '';
  if (nombre.length < 3) return { ok: false, motivo: texts('bandeja.sinQuien') };
  const codigo = said.get('dependencia')?.trim().toUpperCase() ?? '';
  if (codigo === '') return { ok: true, viewer: { nombre } };
  if (dependencias.some((one) => one.codigo === codigo)) {
    return { ok: true, viewer: { nombre, dependencia: codigo } };
  }
  const codigos = dependencias.map((one) => one.codigo).join(', ');
  return { ok: false, motivo: texts('bandeja.dependenciaDesconocida', { codigo, codigos }) };
}

async function asked(
  prompts: Prompts,
  texts: Deps['content']['texts'],
): Promise<ReadonlyMap<string, string>> {
  const quien = (await prompts.ask(texts('bandeja.quien'))) ?? '';
  const dependencia = quien.trim() === '' ? '' : ((await prompts.ask(texts('bandeja.deDependencia'))) ?? '');
  prompts.close();
  return new Map([
    ['quien', quien],
    ['dependencia', dependencia],
  ]);
}
