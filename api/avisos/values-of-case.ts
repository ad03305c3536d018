import type { Sealing } from '../base/kernel/sealing';
import type { Pqrsd } from '../pqrsd/pqrsd';
import { openContenido, openPeticionario } from '../pqrsd/seal-case';

/** What a case says of its people: names and each of their words, documents, contact and place. */
export function valuesOfCase(pqrsd: Pqrsd, sealing: Sealing): string[] {
  const { lugar, contra } = openContenido(pqrsd, sealing);
  const peticionario = openPeticionario(pqrsd, sealing);
  const representante = peticionario?.representante;
  const names = [peticionario?.nombre, representante?.nombre, contra?.servidor].filter(isWritten);
  return [
    ...names,
    // Somebody is known by a surname too; a word of three letters («del», «Ana») would be found everywhere.
    ...names.flatMap((name) => name.split(/\s+/)).filter((word) => word.length > 3),
    ...[
      peticionario?.documento?.numero,
      representante?.documento?.numero,
      peticionario?.correo,
      peticionario?.telefono,
      peticionario?.direccion,
      lugar,
    ].filter(isWritten),
  ];
}

const isWritten = (value: string | undefined): value is string => value !== undefined && value !== '';
