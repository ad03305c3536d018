import type { ContentFault } from './content-fault';
import { faultAt } from './content-reader';
import type { Located } from './content-reader';
import { textFaults } from './read-texts';
import type { Dependencia } from './schemas/dependencia';
import type { Tramite } from './schemas/tramite';

/** What is wrong in one trámite: a name that exists nowhere, a sentence too long, a fact confirmed on no date. */
export function tramiteFaults(
  tramite: Located<Tramite>,
  dependencias: Located<{ dependencias: readonly Dependencia[] }> | undefined,
  textKeys: ReadonlySet<string>,
  ids: ReadonlySet<string>,
): ContentFault[] {
  const { dependencia, aviso } = tramite.value;
  const known = dependencias?.value.dependencias.some(({ codigo }) => codigo === dependencia.codigo) ?? true;
  const faults = textsOf(tramite.value).flatMap(({ path, text }) =>
    textFaults(text).map((message) => faultAt(tramite, path, message)),
  );
  if (hasConfirmed(tramite.value) && tramite.value.revisadoEl === null) {
    faults.push(faultAt(tramite, ['revisadoEl'], 'hay datos confirmados y falta el día en que se revisaron'));
  }
  if (dependencia.codigo !== null && !known) {
    faults.push(
      faultAt(tramite, ['dependencia', 'codigo'], `no existe la dependencia ${dependencia.codigo}`),
    );
  }
  for (const [index, { tramite: otro, diferencia }] of tramite.value.seConfundeCon.entries()) {
    const path = ['seConfundeCon', index];
    if (otro === tramite.value.id || !ids.has(otro)) {
      faults.push(faultAt(tramite, [...path, 'tramite'], `no existe otro trámite ${otro}`));
    }
    faults.push(
      ...textFaults(diferencia).map((message) => faultAt(tramite, [...path, 'diferencia'], message)),
    );
  }
  if (aviso !== undefined && !textKeys.has(aviso)) {
    faults.push(faultAt(tramite, ['aviso'], `no existe el texto ${aviso}`));
  }
  return faults;
}

const hasConfirmed = (tramite: Tramite): boolean =>
  [
    tramite,
    tramite.costo,
    tramite.termino,
    tramite.dependencia,
    ...tramite.requisitos,
    ...tramite.normas,
  ].some(({ confirmado }) => confirmado);

/** Everything of a trámite that a citizen may read. */
function textsOf({
  nombre,
  paraQue,
  quien,
  requisitos,
  costo,
  termino,
  archivos,
}: Tramite): { readonly path: (string | number)[]; readonly text: string }[] {
  const data = { nombre, paraQue, quien };
  return [
    ...Object.entries(data).map(([name, text]) => ({ path: [name], text })),
    ...requisitos.map(({ texto }, index) => ({ path: ['requisitos', index, 'texto'], text: texto })),
    ...archivos.map(({ titulo }, index) => ({ path: ['archivos', index, 'titulo'], text: titulo })),
    ...Object.entries({ costo, termino }).flatMap(([name, { texto }]) =>
      texto === null ? [] : [{ path: [name, 'texto'], text: texto }],
    ),
  ];
}
