import type { Model } from 'mongoose';
import type { Referred } from '../base/anexos/sweep-orphans';
import type { AnexoDeCaso, Pqrsd } from './pqrsd';

/** Where a case refers to contents. Each has its partial index in the model. */
export const ANEXO_PATHS = [
  'pqrsd.anexos.sha256',
  'pqrsd.anexos.vista.sha256',
  'pqrsd.mensajes.anexos.sha256',
  'pqrsd.mensajes.anexos.vista.sha256',
] as const;

type WithAnexos = {
  readonly pqrsd: {
    readonly anexos?: readonly AnexoDeCaso[];
    readonly mensajes?: readonly { readonly anexos?: readonly AnexoDeCaso[] }[];
  };
};

const contentsOf = ({ sha256, vista }: AnexoDeCaso): readonly string[] =>
  vista ? [sha256, vista.sha256] : [sha256];

/** Every content that a case refers to: of its petition and of what was said in it. */
export const contentsOfCase = ({ pqrsd: { anexos = [], mensajes = [] } }: WithAnexos): readonly string[] =>
  [...anexos, ...mensajes.flatMap((mensaje) => mensaje.anexos ?? [])].flatMap(contentsOf);

/** Which of some contents the cases refer to. */
export const createReferredByCases =
  (model: Model<Pqrsd>, entidad: string): Referred =>
  async (sha256s) => {
    const found: string[] = [];
    for (const path of ANEXO_PATHS) {
      const cases = await model
        .find(
          { entidad, [path]: { $in: [...sha256s] } },
          Object.fromEntries(ANEXO_PATHS.map((one) => [one, 1])),
        )
        .lean<WithAnexos[]>()
        .exec();
      found.push(...cases.flatMap(contentsOfCase));
    }
    return found;
  };
