import type { VisibleCases } from '../bandeja/visible-cases';
import { instantInWords } from '../base/kernel/local-date';
import type { DeskDeps } from './bandeja';
import { type Command, type Io, namedOptions } from './command';
import { whoLooks } from './who-looks';

/** As many as one list shows. */
const LISTED = 500;

/** `accesos [RADICADO]`: who looked at what, the last first. Who asks may see those of the cases they may see. */
export const createAccesosCommand =
  ({ accesos, ...deps }: DeskDeps): Command =>
  async (args, io) => {
    const { texts } = deps.content;
    const numero = args[0]?.startsWith('--') ? undefined : args[0];
    const rest = numero === undefined ? args : args.slice(1);
    const options = namedOptions(rest, ['quien', 'dependencia']);
    if (!options) {
      io.err(texts('bandeja.usoAccesos'));
      return 2;
    }
    const viewer = await whoLooks(deps, options, io);
    if (!viewer) return 2;
    const cases = deps.casesFor(viewer);
    const caso = numero === undefined ? undefined : await cases.byNumero(numero);
    if (numero !== undefined && !caso) {
      io.err(texts('bandeja.noHay', { numero }));
      return 1;
    }
    return list({ accesos, ...deps }, io, cases, caso?.recepcion);
  };

/** Those of the cases that who asks may see. */
async function list(
  { accesos, content: { texts } }: DeskDeps,
  io: Io,
  cases: VisibleCases,
  only: string | undefined,
): Promise<number> {
  let shown = 0;
  const seen = new Map<string, boolean>();
  for (const { en, que, recepcion = '', quien, motivo = '' } of await accesos.last(LISTED, only)) {
    if (!seen.has(recepcion)) seen.set(recepcion, recepcion === '' || !!(await cases.byNumero(recepcion)));
    if (!seen.get(recepcion)) continue;
    io.out(texts('accesos.linea', { instante: instantInWords(en), que, recepcion, quien, motivo }));
    shown += 1;
  }
  if (shown === 0) io.err(texts('accesos.ninguno'));
  return 0;
}
