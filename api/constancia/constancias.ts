import type { Failure } from '../base/kernel/failures';
import { ok, type Result } from '../base/kernel/result';
import type { Sealing } from '../base/kernel/sealing';
import type { TipoPqrsd } from '../base/kernel/vocabulary';
import type { Signer } from '../base/sealing/signer';
import { trackingCode } from '../base/sealing/tracking-code';
import { sha256 } from '../comunicaciones/book-chain';
import type { HalladaPrueba } from '../comunicaciones/sello/find-proof';
import type { FindPqrsd } from '../pqrsd/find-pqrsd';
import { plazoOf } from '../pqrsd/plazo-por-confirmar';
import type { Pqrsd } from '../pqrsd/pqrsd';
import { openContenido, openPeticionario } from '../pqrsd/seal-case';
import type { Prueba } from '../terminos/prueba';
import type { Terminos } from '../terminos/terminos';
import type { CasoConstancia, PersonalConstancia } from './caso-constancia';
import type { ConstanciaEnPantalla, ConstanciaPantalla } from './constancia-pantalla';
import type { ConstanciaPdf } from './constancia-pdf';
import { lastEscuchada } from './escuchada';
import { issueToken } from './token';

export interface ConstanciasDeps {
  readonly find: FindPqrsd;
  readonly sealing: Sealing;
  /** Secret that tracking codes follow from. */
  readonly codigos: Buffer;
  readonly signer: Signer;
  readonly pdf: ConstanciaPdf;
  readonly pantalla: ConstanciaEnPantalla;
  /** Looks for the seal over a case. */
  readonly selloOf: (pqrsd: Pqrsd) => Promise<HalladaPrueba>;
  readonly terminos: Pick<Terminos, 'termFor'>;
  /** Names for a citizen; undefined while the town has not confirmed them. */
  readonly dependenciaName: (codigo: string) => string | undefined;
  readonly tramiteName: (id: string) => string | undefined;
}

/** What a case is opened with. */
export type CasoDeps = Pick<
  ConstanciasDeps,
  'sealing' | 'codigos' | 'terminos' | 'dependenciaName' | 'tramiteName'
>;

/** The constancia of a case, for whoever knows its number and its tracking code. Failure: WRONG_CODE. */
export interface Constancias {
  readonly pdf: (numero: string, codigo: string) => Promise<Result<Buffer, Failure>>;
  /** The same, as a page. */
  readonly pantalla: (numero: string, codigo: string) => Promise<Result<ConstanciaPantalla, Failure>>;
  /** How the due date in force comes about, for `verifyProof`. */
  readonly pruebaTermino: (numero: string, codigo: string) => Promise<Result<Prueba, Failure>>;
  /** That the case is under the daily seal of the book, or why there is no proof yet. */
  readonly pruebaSello: (numero: string, codigo: string) => Promise<Result<HalladaPrueba, Failure>>;
  /** The same token that the PDF carries. */
  readonly token: (numero: string, codigo: string) => Promise<Result<string, Failure>>;
}

/** As it was when it was filed, whatever has changed since: the first event holds it. */
const signedFacts = ({ recepcion, radicado, recibidoEn, radicadoEn, libro, pqrsd, eventos }: Pqrsd) => ({
  recepcion,
  radicado,
  recibidoEn,
  radicadoEn,
  vence: pqrsd.venceImpreso,
  tipo: (eventos[0]?.datos['tipo'] as TipoPqrsd | undefined) ?? pqrsd.tipo,
  prueba: libro === 'PRUEBA',
});

/** What the constancia of a case says, opened to be drawn. */
export function casoOf(pqrsd: Pqrsd, deps: CasoDeps): CasoConstancia {
  const contenido = openContenido(pqrsd, deps.sealing);
  const { texto, asunto, lugar, nombresAnexos, noRecibidos = [], presentacion, puntos } = contenido;
  const { anexos, modo, dependencia, tramite } = pqrsd.pqrsd;
  const facts = signedFacts(pqrsd);
  return {
    ...facts,
    ...plazoOf(deps.terminos, facts.tipo, facts.recibidoEn),
    canal: pqrsd.canal,
    modo,
    codigo: trackingCode(deps.codigos, pqrsd._id),
    texto,
    asunto,
    lugar,
    tramite: tramite === undefined ? undefined : deps.tramiteName(tramite),
    anexos: anexos.map((anexo, index) => ({ ...anexo, nombre: nombresAnexos[index] ?? anexo.sha256 })),
    anexosNoRecibidos: noRecibidos,
    dependencia: deps.dependenciaName(dependencia),
    verbal: pqrsd.pqrsd.verbal === true,
    presentacion,
    escuchada: lastEscuchada(pqrsd, deps.sealing),
    puntos,
  };
}

/** Constancias are drawn when asked for and never stored: the case holds all they say. */
export function createConstancias(deps: ConstanciasDeps): Constancias {
  const { find, sealing, pdf, pantalla, selloOf } = deps;
  const personalOf = (pqrsd: Pqrsd): PersonalConstancia => openPeticionario(pqrsd, sealing) ?? {};
  const ofCase =
    <T>(make: (pqrsd: Pqrsd) => T | Promise<T>) =>
    async (numero: string, codigo: string): Promise<Result<T, Failure>> => {
      const found = await find(numero, codigo);
      return found.ok ? ok(await make(found.value)) : found;
    };
  return {
    pdf: ofCase((pqrsd) => pdf(casoOf(pqrsd, deps), personalOf(pqrsd))),
    pantalla: ofCase(async (pqrsd) => {
      const [shown, sello] = await Promise.all([
        pantalla(casoOf(pqrsd, deps), personalOf(pqrsd)),
        selloOf(pqrsd),
      ]);
      return { ...shown, sello };
    }),
    pruebaTermino: ofCase(({ pqrsd }) => pqrsd.vencimiento.prueba),
    pruebaSello: ofCase(selloOf),
    token: ofCase((pqrsd) => tokenOf(pqrsd, deps)),
  };
}

function tokenOf(pqrsd: Pqrsd, { sealing, signer }: ConstanciasDeps): string {
  const { entidad } = pqrsd;
  const textoSha256 = sha256(openContenido(pqrsd, sealing).texto);
  return issueToken({ ...signedFacts(pqrsd), entidad, textoSha256, anexos: pqrsd.pqrsd.anexos }, signer);
}
