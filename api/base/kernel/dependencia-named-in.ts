import { foldText } from './plain-text';

interface Named {
  readonly codigo: string;
  readonly nombre: string;
}

// What a name has in common with others says nothing of which one it is.
const OF_ANY = new Set(
  'secretaria direccion oficina departamento dependencia administrativa publica publico de del la el los las y e en'.split(
    ' ',
  ),
);

const OFFICE =
  '(?:secretari[ao]s?|direccion|director[a]?|oficina|departamento|dependencia|funcionari[ao]s?|jef[ae]|emplead[ao]s?)';

/**
 * The one dependencia that a text names, by its whole name or as people say it: «la secretaría de salud», «un funcionario
 * de vivienda». Undefined when it names none or more than one: nothing is told by a guess.
 */
export function dependenciaNamedIn<D extends Named>(
  texto: string,
  dependencias: readonly D[],
): D | undefined {
  const said = ` ${foldText(texto)} `;
  const found = dependencias.filter((one) => isNamed(said, one, dependencias));
  return found.length === 1 ? found[0] : undefined;
}

function isNamed(said: string, { codigo, nombre }: Named, all: readonly Named[]): boolean {
  if (said.includes(` ${foldText(nombre)} `)) return true;
  const [first, second] = ownWords(nombre);
  if (first === undefined) return false;
  const isOnly = all.every((other) => other.codigo === codigo || ownWords(other.nombre)[0] !== first);
  const key = isOnly || second === undefined ? first : `${first} ${second}`;
  return new RegExp(` ${OFFICE}(?: (?:administrativ[ao]|municipal|de|del|la|el|los)){0,3} ${key} `).test(
    said,
  );
}

const ownWords = (nombre: string): readonly string[] =>
  foldText(nombre)
    .split(' ')
    .filter((word) => !OF_ANY.has(word));
