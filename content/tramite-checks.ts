import type { ContentFault } from './content-fault';
import { faultAt } from './content-reader';
import type { Located } from './content-reader';
import { textFaults } from './read-texts';
import type { Dependencia } from './schemas/dependencia';
import type { Tramite } from './schemas/tramite';

/** What is wrong in one trámite: an office or a text that does not exist, or sentences too long to read. */
export function tramiteFaults(
  tramite: Located<Tramite>,
  dependencias: Located<{ dependencias: readonly Dependencia[] }> | undefined,
  textKeys: ReadonlySet<string>,
): ContentFault[] {
  const { dependencia, aviso } = tramite.value;
  const known = dependencias?.value.dependencias.some(({ codigo }) => codigo === dependencia.codigo) ?? true;
  const faults = textsOf(tramite.value).flatMap(({ path, text }) =>
    textFaults(text).map((message) => faultAt(tramite, path, message)),
  );
  if (dependencia.codigo !== null && !known) {
    faults.push(
      faultAt(tramite, ['dependencia', 'codigo'], `no existe la dependencia ${dependencia.codigo}`),
    );
  }
  if (aviso !== undefined && !textKeys.has(aviso)) {
    faults.push(faultAt(tramite, ['aviso'], `no existe el texto ${aviso}`));
  }
  return faults;
}

/** Everything of a trámite that a citizen may read. */
function textsOf({
  nombre,
  paraQue,
  quien,
  requisitos,
  costo,
  termino,
}: Tramite): { readonly path: (string | number)[]; readonly text: string }[] {
  const data = { nombre, paraQue, quien };
  return [
    ...Object.entries(data).map(([name, text]) => ({ path: [name], text })),
    ...requisitos.map(({ texto }, index) => ({ path: ['requisitos', index, 'texto'], text: texto })),
    ...Object.entries({ costo, termino }).flatMap(([name, { texto }]) =>
      texto === null ? [] : [{ path: [name, 'texto'], text: texto }],
    ),
  ];
}
