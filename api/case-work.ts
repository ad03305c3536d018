import { createAvisos } from './avisos/create-avisos';
import { openMongoAvisos } from './avisos/mongo-avisos';
import { anonymousAnexos } from './base/anexos/anonymous-anexos';
import type { Sealing } from './base/kernel/sealing';
import type { OfficeDeps } from './filing';
import { createAddToCase } from './pqrsd/add-to-case';
import { type createApplyOrden } from './pqrsd/apply-orden';
import { createAskInCase } from './pqrsd/ask-in-case';
import { libroOf } from './pqrsd/file-under-clave';
import type { FindPqrsd } from './pqrsd/find-pqrsd';
import { createFindSimilar } from './pqrsd/find-similar';
import {
  createMongoCasesOfPerson,
  createMongoPqrsdByNumber,
  type createMongoPqrsdStore,
  type pqrsdModel,
} from './pqrsd/mongo-pqrsd';
import { createCasesOfChat, createMyCases, createOpenCase } from './pqrsd/my-cases';
import { createSayInCase } from './pqrsd/say-in-case';
import type { DescribeCase } from './pqrsd/seguimiento/describe-case';

interface CaseParts {
  readonly model: ReturnType<typeof pqrsdModel>;
  readonly sealing: Sealing;
  readonly applyOrden: ReturnType<typeof createApplyOrden>;
  readonly find: FindPqrsd;
  readonly describe: DescribeCase;
  readonly dropOriginals: (sha256s: readonly string[]) => Promise<void>;
}

/** What happens in a case after its filing. */
export function openCases(deps: OfficeDeps, parts: CaseParts) {
  const { model, sealing, applyOrden, find, describe, dropOriginals } = parts;
  const { config, ajustes, storeLongText } = deps;
  const { entidad } = config;
  const libro = libroOf(ajustes);
  const cases = createMongoCasesOfPerson(model, { entidad, libro });
  const say = createSayInCase({ applyOrden, sealing, storeLongText });
  const casesOfChat = createCasesOfChat({ cases, sealing });
  const openCase = createOpenCase(find, casesOfChat);
  const byNumber = createMongoPqrsdByNumber(model, entidad);
  return {
    addToCase: createAddToCase({ openCase, say, describe, anonymousAnexos, dropOriginals }),
    askInCase: createAskInCase({ cases: byNumber, libro, say, sealing }),
    myCases: createMyCases(casesOfChat, describe),
    findSimilar: createFindSimilar({ cases, casesOfChat, sealing }),
  };
}

interface AvisosParts extends Pick<CaseParts, 'model' | 'sealing' | 'applyOrden'> {
  readonly cases: ReturnType<typeof createMongoPqrsdStore>;
}

/** The public notices, whose proof goes into the cases. */
export async function openAvisos(
  { connection, config, ajustes, clock, logger }: OfficeDeps,
  { model, ...parts }: AvisosParts,
) {
  const { entidad } = config;
  const libro = libroOf(ajustes);
  const avisos = await openMongoAvisos(connection, { entidad, libro });
  const numbers = createMongoPqrsdByNumber(model, entidad);
  return createAvisos({ entidad, libro, avisos, numbers, clock, logger, ...parts });
}
