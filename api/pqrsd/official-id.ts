import { foldText } from '../base/kernel/plain-text';
import type { Sealing } from '../base/kernel/sealing';

/**
 * The internal id of somebody of the office, for events that can never change: the same name gives the same id, and the
 * id gives no name to whoever lacks the keys. The name itself is sealed with the words.
 */
export const officialId = (nombre: string, sealing: Pick<Sealing, 'blind'>): string =>
  `f-${sealing.blind(foldText(nombre), 'funcionario').slice(0, 16)}`;
