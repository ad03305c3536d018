import { verifyProof } from '../../terminos/verify-proof';
import { finding, type Checker } from './checker';
import { fieldsOf } from './fields-of';
import { inWords } from './in-words';

const CLASE = 'termino';
const SHOWN = ['tipo', 'norma', 'recibido', 'efectivo', 'termino', 'prorroga'] as const;

/** The count of a due date, day by day. It carries no signature: it is right or wrong by itself. */
export const termChecker: Checker = {
  reads: ({ json }) => fieldsOf(json).has('dias') || fieldsOf(json).has('regla'),
  check({ json }) {
    const verdict = verifyProof(json);
    if (!verdict.ok) {
      const [motivo = '', dia = ''] = verdict.why.split(' ');
      return finding(CLASE, 'NO_VALIDA', motivo, { detalle: { dia: inWords(dia) } });
    }
    const fields = fieldsOf(json);
    const filas = SHOWN.map((name) => [name, inWords(String(fields.get(name)))] as const);
    return finding(CLASE, 'VALIDA', 'BIEN', {
      filas: [...filas, ['resultado', inWords(verdict.fecha)], ...localDays(fields.get('diasLocales'))],
    });
  },
};

/** The days that only the town knows of, with the decree to ask for. */
const localDays = (days: unknown): (readonly [string, string])[] =>
  (Array.isArray(days) ? days : []).map((day) => {
    const fields = fieldsOf(day);
    return ['local', `${inWords(String(fields.get('fecha')))}: ${String(fields.get('decreto'))}`] as const;
  });
