import type { OrigenClaves } from '../base/sealing/keys';
import { DECISIONES_CERRADAS, type Decisiones } from './decision';

/** The key of the decision that ends the rehearsal. */
export const PUESTA_EN_MARCHA = 'puesta_en_marcha';

/** What the town brings besides its decisions. */
export interface Preparacion {
  readonly origenClaves: OrigenClaves;
  /** Address that citizens see; it goes into every official QR. */
  readonly publicUrl: string;
  /** A connector to the entity's document management is configured: it brings the numbers of another Ventanilla. */
  readonly gestor: boolean;
}

const isPublic = (url: string): boolean => {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && !/^(localhost|127\.|\[::1\])/.test(hostname);
};

/**
 * What is missing before anything is official: own keys, a public address, a decision; and, when another Ventanilla
 * assigns the radicado, the connector that will bring its numbers.
 */
export function missingForGoLive(
  { origenClaves, publicUrl, gestor }: Preparacion,
  decisiones: Decisiones,
): string[] {
  const external = decisiones.get('radicado_oficial')?.valor === 'EXTERNO';
  return [
    ...(origenClaves === 'PROPIA' ? [] : ['claves_propias']),
    ...(isPublic(publicUrl) ? [] : ['direccion_publica']),
    ...Object.keys(DECISIONES_CERRADAS).filter((clave) => !decisiones.has(clave)),
    ...(external && !gestor ? ['conector_ventanilla'] : []),
  ];
}

/**
 * Whether everything still says PRUEBA – SIN VALIDEZ OFICIAL. It does until the go-live is recorded, and again if what
 * it stood on is gone (for example, the town's keys were replaced by self-made ones).
 */
export const isRehearsal = (preparacion: Preparacion, decisiones: Decisiones): boolean =>
  !decisiones.has(PUESTA_EN_MARCHA) || missingForGoLive(preparacion, decisiones).length > 0;

/** What the town decided that the code acts on; before go-live, the most protective reading and our own numbers. */
export interface Ajustes {
  readonly prueba: boolean;
  readonly radicadoPor: 'PROPIO' | 'EXTERNO';
  readonly recepcion: 'STRICT' | 'DEEMED';
  readonly consecutivos: 'UNA' | 'TRES';
}

export function ajustesFrom(preparacion: Preparacion, decisiones: Decisiones): Ajustes {
  const valor = (clave: string) => decisiones.get(clave)?.valor;
  return {
    prueba: isRehearsal(preparacion, decisiones),
    radicadoPor: valor('radicado_oficial') === 'EXTERNO' ? 'EXTERNO' : 'PROPIO',
    recepcion: valor('recepcion') === 'DEEMED' ? 'DEEMED' : 'STRICT',
    consecutivos: valor('consecutivos') === 'UNA' ? 'UNA' : 'TRES',
  };
}
