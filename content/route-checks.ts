import type { ContentFault } from './content-fault';
import { faultAt, type Located } from './content-reader';
import type { Areas } from './cross-checks';

/** Faults of the tables that route: codes that are no dependencia, and complaints that nobody could receive. */
export function routeFaults({ dependencias, rutas, conflictos }: Areas): ContentFault[] {
  if (!dependencias) return [];
  const rows = dependencias.value.dependencias;
  const known = new Set(rows.map(({ codigo }) => codigo));
  const unknown = (
    located: Located<unknown>,
    path: readonly (string | number)[],
    codigo: string | undefined,
  ): ContentFault[] =>
    codigo === undefined || known.has(codigo)
      ? []
      : [faultAt(located, path, `no existe la dependencia ${codigo}`)];
  const porDefecto = rows.find((row) => row.porDefecto)?.codigo;
  const whoReceives = new Set(conflictos?.value.conflictos.map(({ contra }) => contra));
  return [
    ...rows.flatMap(({ depende }, i) => unknown(dependencias, ['dependencias', i, 'depende'], depende)),
    ...(rutas?.value.rutas ?? []).flatMap(({ dependencia }, i) =>
      unknown(rutas!, ['rutas', i, 'dependencia'], dependencia),
    ),
    ...(conflictos?.value.conflictos ?? []).flatMap(({ contra, recibe }, i) => [
      ...unknown(conflictos!, ['conflictos', i, 'contra'], contra),
      ...unknown(conflictos!, ['conflictos', i, 'recibe'], recibe),
    ]),
    ...(conflictos && porDefecto !== undefined && !whoReceives.has(porDefecto)
      ? [faultAt(conflictos, ['conflictos'], `falta quién recibe una queja contra ${porDefecto}`)]
      : []),
  ];
}
