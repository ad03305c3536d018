import { ok, type Result } from '../base/kernel/result';
import type { Failure } from '../base/kernel/failures';
import type { Sealing } from '../base/kernel/sealing';
import type { Parecida } from '../base/kernel/seguimiento';
import type { Solicitud } from '../base/kernel/solicitud';
import { type CasesOfPerson, type Rastro, RASTROS } from './cases-of-person';
import type { CasesOfChat } from './my-cases';
import type { Pqrsd } from './pqrsd';
import { blindIndexes, openContenido } from './seal-case';
import { similarity } from './similar-text';

interface Deps {
  readonly cases: CasesOfPerson;
  readonly casesOfChat: CasesOfChat;
  readonly sealing: Sealing;
}

/** Cases older than this are another matter, in milliseconds. */
const RECENT_MS = 30 * 86_400_000;

/** From the same chat it is the same person; see the measures in test/api/pqrsd/similar-text.test.ts. */
export const ALIKE = 0.5;

/**
 * By a document, an e-mail or a phone alone anybody can type those of another: the question is asked only of who already
 * knows the words of that petition, and so learns nothing by it.
 */
export const ALMOST_THE_SAME = 0.85;

const MOST = 3;

/**
 * The open cases of the same person, of the last 30 days, that look like a petition about to be filed; the most alike
 * first. Neither of nor among anonymous and confidential ones.
 */
export function createFindSimilar({ cases, casesOfChat, sealing }: Deps) {
  const byContact = async ({ identidad, recibidoEn }: Solicitud): Promise<readonly Pqrsd[]> => {
    if (identidad.modo === 'ANONIMO') return [];
    const blind: Partial<Record<Rastro, string>> = blindIndexes(identidad, sealing);
    const since = recentOf(recibidoEn);
    const found = await Promise.all(
      RASTROS.flatMap((rastro) => (blind[rastro] ? [cases.openBy(rastro, blind[rastro], since)] : [])),
    );
    const unique = new Map(found.flat().map((one) => [one._id, one]));
    return [...unique.values()].filter(({ pqrsd }) => pqrsd.modo === 'IDENTIFICADO');
  };

  return async (solicitud: Solicitud): Promise<Result<readonly Parecida[], Failure>> => {
    const { identidad, conversacion, texto, recibidoEn } = solicitud;
    // A link from a confidential petition to one with a name would tell whose it is.
    if (identidad.modo !== 'IDENTIFICADO') return ok([]);
    const mine = conversacion === undefined ? [] : await casesOfChat(conversacion);
    const own = mine.filter((one) => one.recibidoEn >= recentOf(recibidoEn));
    const others = (await byContact(solicitud)).filter(({ _id }) => !mine.some((one) => one._id === _id));
    const measured = (pqrsd: Pqrsd, propia: boolean) => ({
      pqrsd,
      propia,
      parecido: similarity(texto, openContenido(pqrsd, sealing).texto),
    });
    const found = [...own.map((one) => measured(one, true)), ...others.map((one) => measured(one, false))];
    const alike = found.filter(({ parecido, propia }) => parecido >= (propia ? ALIKE : ALMOST_THE_SAME));
    const best = alike.toSorted((a, b) => Number(b.propia) - Number(a.propia) || b.parecido - a.parecido);
    return ok(best.slice(0, MOST).map(({ pqrsd, propia }) => parecidaOf(pqrsd, propia)));
  };
}

const recentOf = (recibidoEn: Date): Date => new Date(recibidoEn.getTime() - RECENT_MS);

const parecidaOf = ({ recepcion, radicado, recibidoEn, pqrsd }: Pqrsd, propia: boolean): Parecida => ({
  recepcion,
  ...(radicado && { radicado }),
  tipo: pqrsd.tipo,
  recibidoEn,
  propia,
});
