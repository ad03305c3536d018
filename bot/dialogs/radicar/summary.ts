import { isSoloVoz } from '../../../api/base/kernel/voz';
import { traitsOf } from '../../channels/traits';
import type { Facts } from '../dialog';
import { lastOf } from '../../../api/base/kernel/document-numbers';
import { excerpt } from '../excerpt';
import { quoted } from '../quoted';
import type { Draft } from './draft';
import { isPhone } from './keeping-numbers-out';
import { documentStep, isOfSomebody } from './next-step';
import { puntosIn } from './solicitud-of';

/** What can be corrected one by one, in the order of the summary. */
export type Field =
  'texto' | 'tipo' | 'contra' | 'lugar' | 'presentacion' | 'nombre' | 'documento' | 'contacto' | 'archivos';

const STEPS: Readonly<Record<Exclude<Field, 'documento'>, string>> = {
  texto: 'texto',
  tipo: 'elegir_tipo',
  contra: 'contra',
  lugar: 'lugar',
  presentacion: 'modo',
  nombre: 'nombre',
  contacto: 'contacto',
  archivos: 'archivos',
};

/** What can be corrected. */
export const FIELDS: readonly Field[] = [...(Object.keys(STEPS) as Field[]), 'documento'];

/** The step that asks for a field. */
export const stepOf = (campo: Field, { canal }: Pick<Facts, 'canal'>): string =>
  campo === 'documento' ? documentStep(canal) : STEPS[campo];

type Shown = Pick<Facts, 'texts' | 'canal'>;

interface Line {
  readonly campo: Field;
  readonly valor: string;
}

/** The fields this draft has; what was not given but can be says so. */
export function summaryLines(draft: Draft, facts: Shown): readonly Line[] {
  const { anexos, modo } = draft;
  const { texts } = facts;
  const shown = (told: string, max: number): string => quoted(facts, told, max);
  const none = texts('dialogo.radicar.resumen.ninguno');
  const lines: Line[] = [
    {
      campo: 'texto',
      valor: isSoloVoz(draft) ? texts('dialogo.voz.nota') : shown(draft.texto, 200) || none,
    },
    { campo: 'tipo', valor: texts(`tipo.${draft.tipo}.nombre`) },
  ];
  if (isOfSomebody(draft)) lines.push({ campo: 'contra', valor: shown(draft.contra?.servidor ?? none, 40) });
  lines.push({ campo: 'lugar', valor: shown(draft.lugar ?? none, 60) });
  if (modo) lines.push({ campo: 'presentacion', valor: texts(`dialogo.radicar.modo.${modo}`) });
  if (modo && modo !== 'ANONIMO') {
    lines.push({ campo: 'nombre', valor: shown(draft.nombre ?? none, 60) });
    lines.push({ campo: 'documento', valor: documentoIn(draft, facts) ?? none });
    lines.push({ campo: 'contacto', valor: contactoIn(draft, facts) || none });
  }
  if (anexos.length > 0) {
    const names = shown(anexos.map(({ nombre }) => nombre).join(', '), 60);
    lines.push({ campo: 'archivos', valor: `${anexos.length} (${names})` });
  }
  return lines;
}

function documentoIn({ documento }: Draft, { texts, canal }: Shown): string | undefined {
  if (!documento) return undefined;
  const tipo = texts(`dialogo.opcion.${documento.tipo}`);
  return traitsOf(canal).ofThirdParty
    ? texts('dialogo.radicar.documento.termina', { tipo, ultimos: lastOf(documento.numero) })
    : `${tipo} ${excerpt(documento.numero, 30)}`;
}

// A phone is shown whole, so that whoever typed it sees a mistake; what only may be one, as any other number.
const contactoIn = ({ correo, telefono, direccion }: Draft, facts: Shown): string =>
  [
    correo && quoted(facts, correo, 50),
    telefono && (isPhone(telefono) ? telefono : quoted(facts, telefono, 50)),
    direccion && quoted(facts, direccion, 50),
  ]
    .filter(Boolean)
    .join(', ');

/** So many points are shown in a message; of more, how many. */
const SHOWN = 3;

/** What the summary says besides its fields: the points of the letter, and the files that could not be received. */
export function summaryNotes(draft: Draft, facts: Shown): string | undefined {
  const { texts } = facts;
  const puntos = puntosIn(draft);
  const refused = (draft.noRecibidos ?? []).map(({ nombre }) => nombre);
  const lines = puntos.slice(0, SHOWN).map((punto, index) => `   ${index + 1}) ${quoted(facts, punto, 45)}`);
  if (puntos.length > SHOWN) lines.push(texts('dialogo.puntos.mas', { cuantos: puntos.length - SHOWN }));
  if (puntos.length > 0) lines.unshift(texts('dialogo.puntos.titulo', { cuantos: puntos.length }));
  if (refused.length > 0) {
    lines.push(
      texts('dialogo.no_recibido.resumen', {
        lista: quoted(facts, refused.join(', '), 60),
        cuantos: refused.length,
      }),
    );
  }
  return lines.length > 0 ? lines.join('\n') : undefined;
}
