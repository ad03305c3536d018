import { foldText } from '../../../api/base/kernel/plain-text';

const SAYS_SO = /\b(?:soy menor de edad|soy (?:un |una )?nin[oa])\b/;
// «Tengo 15 años de vivir aquí» is no age, so the phrase has to end or go on with who one is.
const AGE = /\btengo (?:[5-9]|1[0-7]) an(?:i)?os(?: de edad)?(?= y | soy | estudio | vivo | me |$)/;

/** Whether somebody says to be a minor. It may give a preferential turn; it never stops a filing. */
export function saysIsMinor(texto: string): boolean {
  return texto.split(/[\n.,;]+/).some((part) => {
    const said = foldText(part);
    return SAYS_SO.test(said) || AGE.test(said);
  });
}
