import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../../api/base/kernel/result';
import { parseContent } from '../../content/load-content';
import { HECHOS } from '../../content/schemas/whatsapp';
import { bodyFaults } from '../../content/template-checks';
import { edited, faultsWith, productFiles } from './product-files';

const FILE = 'whatsapp.yaml';
const product = valueOf(parseContent(productFiles));

describe('the templates of WhatsApp', () => {
  it('are one for each event that a person is told of', () => {
    const told = product.whatsapp.plantillas.map(({ hecho }) => hecho);
    expect(told.toSorted()).toEqual([...HECHOS].toSorted());
  });

  it('are proposals until Meta approves them, and the page of what is to be confirmed says so', () => {
    const asked = product.porConfirmar.filter(({ archivo }) => archivo === FILE);
    const proposals = product.whatsapp.plantillas.filter(({ aprobada }) => aprobada === null);
    for (const { nombre } of proposals)
      expect(asked.some(({ pregunta }) => pregunta.includes(nombre))).toBe(true);
    for (const clave of ['topeMensual', 'tarifa', 'horario'])
      expect(asked.map((one) => one.clave)).toContain(clave);
  });

  it.each([
    ['{{1}} es su caso, que consulta en la página', ['numero'], 'al principio ni al final'],
    ['La Alcaldía le escribió en el caso {{1}}.', ['numero'], 'al principio ni al final'],
    ['La Alcaldía escribió en {{1}} {{2}} para usted, que lo presentó', ['numero', 'enlace'], 'seguidos'],
    ['La Alcaldía escribió en {{2}} y en {{1}} para que usted lea', ['numero', 'enlace'], 'en orden'],
    ['La Alcaldía escribió en el caso {{1}} que presentó', ['numero', 'enlace'], '1 lugares y 2 valores'],
    ['Vea {{1}} en {{2}} ya', ['numero', 'enlace'], 'demasiados lugares'],
    ['La ley dice que el caso {{1}} vence hoy', ['numero'], 'habla de la ley'],
    ['Vea el caso {{1}}\n\n\ncuando pueda entrar', ['numero'], 'líneas en blanco'],
    ['Vea el caso {{1}} y {numero} cuando pueda entrar con {', ['numero'], 'llaves'],
  ] as const)('are refused as Meta would, or as nobody would understand: «%s»', (cuerpo, valores, fault) => {
    expect(bodyFaults({ cuerpo, valores: [...valores] }).join('; ')).toContain(fault);
  });

  it('are told by file and line when they repeat a name', () => {
    const yaml = edited(FILE, 'nombre: caso_por_completar', 'nombre: caso_mensaje');
    const [fault, ...others] = faultsWith({ [FILE]: yaml });
    expect(fault).toMatch(/^whatsapp\.yaml:\d+: caso_mensaje: nombre repetido/);
    expect(others).toEqual([]);
  });

  it('are of an approved language by its exact code', () => {
    const faults = faultsWith({ [FILE]: edited(FILE, 'aprobada: null', 'aprobada: es_co') });
    expect(faults.join()).toContain('plantillas.0.aprobada');
  });
});
