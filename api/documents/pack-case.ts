import type { Anexos } from '../base/anexos/anexos';
import type { Sealing } from '../base/kernel/sealing';
import { sha256 } from '../comunicaciones/book-chain';
import type { Pqrsd } from '../pqrsd/pqrsd';
import { openContenido, openPeticionario } from '../pqrsd/seal-case';
import { type CasoAbierto, deliveredAnexos, metadatosOf, nombresDeAnexos, tellsWho } from './metadatos';
import type { Paquete } from './paquete';

export interface PackDeps {
  readonly entidad: string;
  readonly sealing: Sealing;
  readonly anexos: Pick<Anexos, 'get'>;
  /** The PDF for the entity's own file: without the tracking code and, when asked, without who files. */
  readonly copia: (pqrsd: Pqrsd, conNombre: boolean) => Promise<Uint8Array>;
  /** The town decided that whoever reads the system may know who files a confidential case. */
  readonly confidencialConNombre: boolean;
}

/** Makes the package of a case, opened for that alone. */
export type PackCase = (pqrsd: Pqrsd) => Promise<Paquete>;

export function createPackCase(deps: PackDeps): PackCase {
  return async (pqrsd) => {
    const { sealing, anexos } = deps;
    const conNombre = tellsWho(pqrsd, deps.confidencialConNombre);
    const contenido = openContenido(pqrsd, sealing);
    const { texto } = contenido;
    const peticionario = conNombre ? openPeticionario(pqrsd, sealing) : undefined;
    const caso: CasoAbierto = { pqrsd, contenido, peticionario, textoSha256: sha256(texto) };
    const nombres = nombresDeAnexos(caso, conNombre);
    return {
      recepcion: pqrsd.recepcion,
      prueba: pqrsd.libro === 'PRUEBA',
      huella: pqrsd.eventos[0]?.hash ?? '',
      entidad: deps.entidad,
      metadatos: metadatosOf(caso, conNombre),
      texto,
      constancia: await deps.copia(pqrsd, conNombre),
      anexos: deliveredAnexos(pqrsd, conNombre).map(({ sha256: huella }, index) => ({
        nombre: nombres[index] ?? huella,
        sha256: huella,
        open: () => anexos.get(huella),
      })),
    };
  };
}
