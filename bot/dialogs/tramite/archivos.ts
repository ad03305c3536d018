import { foldText } from '../../../api/base/kernel/plain-text';
import { archivoInWords, archivoPath } from '../../../content/archivos';
import type { Tramite } from '../../../content/schemas/tramite';
import type { Option } from '../../channels/channel';
import type { Facts, Input, Say } from '../dialog';

type Named = Tramite['archivos'][number];

const PREFIX = 'archivo:';

/** An option for each file of a trámite. */
export const fileOptions = ({ archivos }: Tramite): readonly Option[] =>
  archivos.map(({ archivo, titulo }) => ({ id: `${PREFIX}${archivo}`, titulo }));

/** Whether a file was chosen, by its option or its title, also when the trámite no longer has it. */
export const asksFile = ({ archivos }: Tramite, { opcion, texto }: Input): string | undefined =>
  opcion?.startsWith(PREFIX)
    ? opcion.slice(PREFIX.length)
    : archivos.find(({ titulo }) => foldText(titulo) === foldText(texto))?.archivo;

/** What goes with a file, and the file; undefined when the trámite no longer has it. */
export function fileSay(tramite: Tramite, nombre: string, facts: Facts): Say | undefined {
  const named = tramite.archivos.find(({ archivo }) => archivo === nombre);
  const file = facts.content.archivos.find((one) => one.nombre === nombre);
  if (!named || !file) return undefined;
  const words = wordsOf(named, archivoInWords(file, facts.texts));
  return {
    texto: facts.texts('archivo.va', words),
    archivo: { ...file, titulo: facts.texts('archivo.enlace', words), url: archivoPath(nombre) },
  };
}

const wordsOf = ({ titulo }: Named, detalle: string) => ({ titulo, detalle });

/** What is asked once a file was given. */
export const afterFile = (facts: Facts): Say => ({
  texto: facts.texts('archivo.algo_mas'),
  opciones: [
    { id: 'ficha', titulo: facts.texts('archivo.ficha') },
    ...['otro_tramite', 'menu'].map((id) => ({ id, titulo: facts.texts(`dialogo.opcion.${id}`) })),
  ],
});

export const fileGone = ({ texts }: Facts): Say => ({ texto: texts('archivo.no_esta') });
