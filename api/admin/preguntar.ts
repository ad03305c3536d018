import { newId } from '../base/kernel/ids';
import type { Failure } from '../base/kernel/failures';
import type { Result } from '../base/kernel/result';
import type { Pregunta } from '../pqrsd/ask-in-case';
import type { Texts } from '../../content/texts';
import { type Command, namedOptions } from './command';

interface Deps {
  readonly ask: (numero: string, pregunta: Pregunta) => Promise<Result<unknown, Failure>>;
  /** What is written at standard input, whole. */
  readonly readInput: () => Promise<string>;
  readonly texts: Texts;
}

const OPTIONS = ['quien', 'texto'];

/** `preguntar RADICADO --quien NOMBRE [--texto TEXTO]`: the office asks in a case; without a text, it is read from input. */
export const createAskCommand =
  ({ ask, readInput, texts }: Deps): Command =>
  async ([numero, ...rest], io) => {
    const options = namedOptions(rest, OPTIONS);
    const quien = options?.get('quien')?.trim();
    if (!numero || numero.startsWith('--') || !quien) {
      io.err(texts('admin.preguntar.uso'));
      return 2;
    }
    const given = options?.get('texto');
    if (given === undefined) io.err(texts('admin.preguntar.escriba'));
    const texto = given ?? (await readInput());
    const asked = await ask(numero, { clave: newId(), texto, quien });
    if (asked.ok) io.out(texts('admin.preguntar.hecha', { numero }));
    else io.err(texts(`falla.${asked.failure.code}`, asked.failure.detail));
    return asked.ok ? 0 : 1;
  };
