import type { Viewer } from '../rutas/viewer';
import type { Content } from '../../content/load-content';
import type { Io } from './command';
import type { Prompts } from './ventanilla/prompts';

interface Deps {
  readonly content: Pick<Content, 'texts' | 'dependencias'>;
  readonly prompts: () => Prompts;
}

/**
 * Asks who looks, unless they said it, and from which dependencia: nobody sees a case without it. Undefined, once told why,
 * when they do not say.
 */
export async function whoLooks(
  { content, prompts }: Deps,
  given: ReadonlyMap<string, string>,
  io: Pick<Io, 'err'>,
): Promise<Viewer | undefined> {
  const { texts, dependencias } = content;
  const said = given.has('quien') ? given : await asked(prompts(), texts);
  const nombre = said.get('quien')?.trim() ?? '';
  if (nombre.length < 3) {
    io.err(texts('bandeja.sinQuien'));
    return undefined;
  }
  const codigo = said.get('dependencia')?.trim().toUpperCase() ?? '';
  if (codigo === '') return { nombre };
  if (dependencias.some((one) => one.codigo === codigo)) return { nombre, dependencia: codigo };
  const codigos = dependencias.map((one) => one.codigo).join(', ');
  io.err(texts('bandeja.dependenciaDesconocida', { codigo, codigos }));
  return undefined;
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
