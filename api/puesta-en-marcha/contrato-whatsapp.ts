import type { Decisiones } from './decision';

/** The decision on the contract with whoever processes what people write by WhatsApp. */
const CONTRATO = 'contrato_whatsapp';
/** There is none, or it is over. */
const NO = 'NO';

/** Whether the town recorded the contract under which the official channel may be used, and has not withdrawn it since. */
export function contratoDecidido(decisiones: Decisiones): boolean {
  const valor = decisiones.get(CONTRATO)?.valor;
  return valor !== undefined && valor.toUpperCase() !== NO;
}
