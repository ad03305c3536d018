import type { ContentFault } from './content-fault';
import type { Located } from './content-reader';
import { legalRows } from './legal-doubts';
import type { LegalAreas } from './legal-doubts';
import { CODIGOS_MESES, CODIGOS_TERMINO } from './schemas/legal';
import type { CodigoTermino } from './schemas/legal';

/** Faults between rows: unknown sources, codes without a term, terms that overlap or leave days out. */
export const legalFaults = (areas: LegalAreas): ContentFault[] => [
  ...sourceFaults(areas),
  ...CODIGOS_TERMINO.flatMap((codigo) => validityFaults(areas.terminos, codigo)),
  ...monthFaults(areas.terminos),
  ...repeatedDayFaults(areas.diasLocales),
];

const sourceFaults = (areas: LegalAreas): ContentFault[] =>
  legalRows(areas).flatMap(({ yaml, path, fuente }) =>
    fuente
      .filter((tag) => !(tag in areas.fuentes.value.fuentes))
      .map((tag) => ({
        file: yaml.file,
        line: yaml.lineOf([...path, 'fuente']),
        message: `la fuente ${tag} no está en fuentes.yaml`,
      })),
  );

/** A code needs consecutive rows from «always» to «still in force». */
function validityFaults(terminos: LegalAreas['terminos'], codigo: CodigoTermino): ContentFault[] {
  const rows = terminos.value.terminos
    .map(({ codigos, vigencia }, index) => ({ codigos, ...vigencia, index }))
    .filter(({ codigos }) => codigos.includes(codigo))
    .toSorted((a, b) => (a.desde ?? '').localeCompare(b.desde ?? ''));
  const fault = (index: number | undefined, message: string): ContentFault => ({
    file: terminos.yaml.file,
    line: terminos.yaml.lineOf(index === undefined ? ['terminos'] : ['terminos', index, 'vigencia']),
    message: `${codigo}: ${message}`,
  });
  const first = rows[0];
  if (!first) return [fault(undefined, 'no tiene término')];
  const faults: ContentFault[] = [];
  if (first.desde !== null) faults.push(fault(first.index, 'la primera fila debe empezar en null'));
  rows.forEach(({ hasta, index }, position) => {
    const next = rows[position + 1];
    if (!next && hasta !== null) faults.push(fault(index, 'la última fila debe terminar en null'));
    if (next && (hasta === null || next.desde !== dayAfter(hasta))) {
      faults.push(fault(next.index, `no sigue al día en que termina la fila anterior (${hasta ?? 'null'})`));
    }
  });
  return faults;
}

function monthFaults({ yaml, value }: LegalAreas['terminos']): ContentFault[] {
  return CODIGOS_MESES.filter(
    (codigo) => value.meses.filter((row) => row.codigo === codigo).length !== 1,
  ).map((codigo) => ({
    file: yaml.file,
    line: yaml.lineOf(['meses']),
    message: `${codigo}: debe estar una sola vez`,
  }));
}

function repeatedDayFaults({ yaml, value }: Located<LegalAreas['diasLocales']['value']>): ContentFault[] {
  const days = value.dias.map(({ fecha }) => fecha);
  return days.flatMap((day, index) =>
    days.indexOf(day) === index
      ? []
      : [{ file: yaml.file, line: yaml.lineOf(['dias', index, 'fecha']), message: `día repetido: ${day}` }],
  );
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
