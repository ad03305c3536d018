import type { Texts } from '../../../content/texts';
import type { Facts } from '../dialog';
import { excerpt } from '../excerpt';
import type { Draft } from './draft';

/** What can be corrected one by one, in the order of the summary. */
export type Field =
  'texto' | 'tipo' | 'lugar' | 'presentacion' | 'nombre' | 'documento' | 'contacto' | 'archivos';

/** The step that asks for each field. */
export const STEP_OF: Readonly<Record<Field, string>> = {
  texto: 'texto',
  tipo: 'elegir_tipo',
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
    { campo: 'texto', valor: excerpt(draft.texto, 200) || none },
    { campo: 'tipo', valor: texts(`tipo.${draft.tipo}.nombre`) },
    { campo: 'lugar', valor: excerpt(draft.lugar ?? none, 60) },
  ];
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
