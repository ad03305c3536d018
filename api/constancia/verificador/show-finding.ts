import type { Texts } from '../../../content/texts';
import type { Hallazgo } from './checker';
import { element } from './elements';

/** A finding in words: the verdict first, what it means, and the facts to compare. */
export function showFinding(t: Texts, found: Hallazgo): HTMLElement[] {
  const { veredicto, clase, motivo, detalle, filas, prueba } = found;
  const said = [
    element('p', [t(`verificador.veredicto.${veredicto}`)], { class: 'veredicto' }),
    element('p', [t(`verificador.${clase}.${motivo}`, detalle)]),
  ];
  if (prueba) said.push(element('p', [t('verificador.prueba')], { class: 'prueba' }));
  if (filas.length > 0)
    said.push(
      element(
        'dl',
        filas.flatMap(([name, value]) => row(t, clase, name, value)),
      ),
    );
  return said;
}

const row = (t: Texts, clase: string, name: string, value: string): HTMLElement[] => {
  const key = clase === 'constancia' ? 'constancia.verificar.campo' : `verificador.${clase}.campo`;
  return [element('dt', [t(`${key}.${name}`)]), element('dd', [value])];
};
