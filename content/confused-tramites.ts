import type { Tramite } from './schemas/tramite';

/** Another trámite that people take for one, and the difference in a line. */
export interface Confundido {
  readonly otro: Tramite;
  readonly diferencia: string;
}

/** Those that people take for `tramite`, whichever of the two files says so. */
export function confusedWith(tramite: Tramite, all: readonly Tramite[]): readonly Confundido[] {
  return all.flatMap((otro) => {
    const said =
      tramite.seConfundeCon.find((one) => one.tramite === otro.id) ??
      otro.seConfundeCon.find((one) => one.tramite === tramite.id);
    return said === undefined ? [] : [{ otro, diferencia: said.diferencia }];
  });
}
