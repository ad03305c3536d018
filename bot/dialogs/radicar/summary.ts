import { isSoloVoz } from '../../../api/base/kernel/voz';
import type { Texts } from '../../../content/texts';
import type { Facts } from '../dialog';
import { excerpt } from '../excerpt';
import type { Draft } from './draft';
import { isOfSomebody } from './next-step';
import { puntosIn } from './solicitud-of';

/** What can be corrected one by one, in the order of the summary. */
export type Field =
  'texto' | 'tipo' | 'contra' | 'lugar' | 'presentacion' | 'nombre' | 'documento' | 'contacto' | 'archivos';

/** The step that asks for each field. */
export const STEP_OF: Readonly<Record<Field, string>> = {
  texto: 'texto',
  tipo: 'elegir_tipo',
  contra: 'contra',
  lugar: 'lugar',
  presentacion: 'modo',
  nombre: 'nombre',
  documento: 'documento',
  contacto: 'contacto',
  archivos: 'archivos',
};

interface Line {
  readonly campo: Field;
  readonly valor: string;
}

/** The fields this draft has; what was not given but can be says so. */
export function summaryLines(
  draft: Draft,
  { texts, canal }: Pick<Facts, 'texts' | 'canal'>,
): readonly Line[] {
  const { anexos, modo } = draft;
  const none = texts('dialogo.radicar.resumen.ninguno');
  const lines: Line[] = [
    {
      campo: 'texto',
      valor: isSoloVoz(draft) ? texts('dialogo.voz.nota') : excerpt(draft.texto, 200) || none,
    },
    { campo: 'tipo', valor: texts(`tipo.${draft.tipo}.nombre`) },
  ];
  if (isOfSomebody(draft))
    lines.push({ campo: 'contra', valor: excerpt(draft.contra?.servidor ?? none, 40) });
  lines.push({ campo: 'lugar', valor: excerpt(draft.lugar ?? none, 60) });
  if (modo) lines.push({ campo: 'presentacion', valor: texts(`dialogo.radicar.modo.${modo}`) });
  if (modo && modo !== 'ANONIMO') {
    lines.push({ campo: 'nombre', valor: excerpt(draft.nombre ?? none, 60) });
    if (canal !== 'WHATSAPP') lines.push({ campo: 'documento', valor: documentoIn(draft, texts) ?? none });
    lines.push({ campo: 'contacto', valor: contactoIn(draft) || none });
  }
  if (anexos.length > 0) {
    const names = excerpt(anexos.map(({ nombre }) => nombre).join(', '), 60);
    lines.push({ campo: 'archivos', valor: `${anexos.length} (${names})` });
  }
  return lines;
}

const documentoIn = ({ documento }: Draft, texts: Texts): string | undefined =>
  documento && `${texts(`dialogo.opcion.${documento.tipo}`)} ${excerpt(documento.numero, 30)}`;

const contactoIn = ({ correo, telefono, direccion }: Draft): string =>
  [correo, telefono, direccion]
    .flatMap((medio) => (medio === undefined ? [] : [excerpt(medio, 50)]))
    .join(', ');

/** So many points are shown in a message; of more, how many. */
const SHOWN = 3;

/** What the summary says besides its fields: the points of the letter, and the files that could not be received. */
export function summaryNotes(draft: Draft, { texts }: Pick<Facts, 'texts'>): string | undefined {
  const puntos = puntosIn(draft);
  const refused = (draft.noRecibidos ?? []).map(({ nombre }) => nombre);
  const lines = puntos.slice(0, SHOWN).map((punto, index) => `   ${index + 1}) ${excerpt(punto, 45)}`);
  if (puntos.length > SHOWN) lines.push(texts('dialogo.puntos.mas', { cuantos: puntos.length - SHOWN }));
  if (puntos.length > 0) lines.unshift(texts('dialogo.puntos.titulo', { cuantos: puntos.length }));
  if (refused.length > 0) {
    lines.push(
      texts('dialogo.no_recibido.resumen', {
        lista: excerpt(refused.join(', '), 60),
        cuantos: refused.length,
      }),
    );
  }
  return lines.length > 0 ? lines.join('\n') : undefined;
}
