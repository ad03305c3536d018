import { finding, type Checker, type Entrada, type Hallazgo, type Tools } from './checker';
import { inclusionChecker } from './inclusion-checker';
import { termChecker } from './term-checker';
import { tokenChecker } from './token-checker';

/** Every kind of thing that can be verified without us. */
const CHECKERS: readonly Checker[] = [tokenChecker, inclusionChecker, termChecker];

/** Verifies whatever a person pasted or chose; what nobody knows how to read cannot be checked. */
export async function check(texto: string, tools: Tools): Promise<Hallazgo> {
  const entrada = entradaOf(texto);
  const checker = CHECKERS.find(({ reads }) => reads(entrada));
  return checker
    ? await checker.check(entrada, tools)
    : finding('otro', 'NO_SE_PUEDE', texto.trim() === '' ? 'VACIO' : 'NO_RECONOCIDO');
}

function entradaOf(texto: string): Entrada {
  try {
    return { texto, json: JSON.parse(texto) as unknown };
  } catch {
    return { texto };
  }
}
