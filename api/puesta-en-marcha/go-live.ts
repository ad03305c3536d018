import type { OrigenClaves } from '../base/sealing/keys';
import { DECISIONES_CERRADAS, type Decisiones } from './decision';

/** The key of the decision that ends the rehearsal. */
export const PUESTA_EN_MARCHA = 'puesta_en_marcha';

/** What is missing before anything is official: `claves_propias`, or the key of a decision. */
export function missingForGoLive(origen: OrigenClaves, decisiones: Decisiones): string[] {
  const missing = Object.keys(DECISIONES_CERRADAS).filter((clave) => !decisiones.has(clave));
  return origen === 'PROPIA' ? missing : ['claves_propias', ...missing];
}

/**
 * Whether everything still says PRUEBA – SIN VALIDEZ OFICIAL. It does until the go-live is recorded, and again if what
 * it stood on is gone (for example, the town's keys were replaced by self-made ones).
 */
export const isRehearsal = (origen: OrigenClaves, decisiones: Decisiones): boolean =>
  !decisiones.has(PUESTA_EN_MARCHA) || missingForGoLive(origen, decisiones).length > 0;

/** What the town decided that the code acts on; before go-live, the most protective reading and our own numbers. */
export interface Ajustes {
  readonly prueba: boolean;
  readonly radicadoPor: 'PROPIO' | 'EXTERNO';
  readonly recepcion: 'STRICT' | 'DEEMED';
  readonly consecutivos: 'UNA' | 'TRES';
}

export function ajustesFrom(origen: OrigenClaves, decisiones: Decisiones): Ajustes {
  const valor = (clave: string) => decisiones.get(clave)?.valor;
  return {
    prueba: isRehearsal(origen, decisiones),
    radicadoPor: valor('radicado_oficial') === 'EXTERNO' ? 'EXTERNO' : 'PROPIO',
    recepcion: valor('recepcion') === 'DEEMED' ? 'DEEMED' : 'STRICT',
    consecutivos: valor('consecutivos') === 'UNA' ? 'UNA' : 'TRES',
  };
}
