import { expect, it } from '@jest/globals';
import { emptyDraft } from '../../../../bot/dialogs/radicar/draft';
import { contra } from '../../../../bot/dialogs/radicar/contra-step';
import { lugar } from '../../../../bot/dialogs/radicar/lugar-step';
import { nombre } from '../../../../bot/dialogs/radicar/nombre-step';
import { anonima, modo } from '../../../../bot/dialogs/radicar/modo-steps';
import { elegirTipo } from '../../../../bot/dialogs/radicar/tipo-steps';
import { factsOf } from '../../../fakes/play-dialog';

const facts = factsOf();
const draft = { ...emptyDraft('k'), texto: 'El poste no prende', tipoVisto: true, lugarVisto: true };
const says = (texto: string) => ({ texto, anexos: [], enviadoEn: facts.now });
const STORY = 'que sea con mi nombre y ademas el vecino de al lado tambien se queja por lo mismo';

it.each([
  ['modo', modo],
  ['anonima', anonima],
] as const)(
  'a long answer at «%s» says how the person wants to be known, and what else it tells is kept',
  (_name, step) => {
    const move = step.answer?.(draft, says(STORY), facts);
    expect(move).toMatchObject({ data: { modo: 'IDENTIFICADO' } });
    expect(JSON.stringify(move)).toContain('el vecino de al lado tambien se queja');
    const short = step.answer?.(draft, says('con mi nombre'), facts);
    expect(short).toMatchObject({ data: { modo: 'IDENTIFICADO', texto: draft.texto } });
  },
);

it('a story told as the place stays in the petition when another place is told', () => {
  const first = { ...draft, lugar: STORY };
  expect(lugar.answer?.(first, says('calle 8 con 5'), facts)).toMatchObject({
    data: { lugar: 'calle 8 con 5', texto: expect.stringContaining('el vecino de al lado') },
  });
  const short = { ...draft, lugar: 'calle 7' };
  expect(lugar.answer?.(short, says('calle 8 con 5'), facts)).toMatchObject({ data: { texto: draft.texto } });
});

it('a story told as whom it is against stays when another is told, or nobody', () => {
  const first = { ...draft, tipo: 'QUEJA' as const, contra: { servidor: STORY }, contraVisto: true };
  const kept = expect.stringContaining('el vecino de al lado');
  expect(contra.answer?.(first, says('el inspector Ruiz'), facts)).toMatchObject({
    data: { contra: { servidor: 'el inspector Ruiz' }, texto: kept },
  });
  expect(contra.answer?.(first, { ...says(''), opcion: 'sin_contra' }, facts)).toMatchObject({
    data: { contra: undefined, texto: kept },
  });
  const short = { ...first, contra: { servidor: 'Pedro' } };
  expect(contra.answer?.(short, says('el inspector Ruiz'), facts)).toMatchObject({
    data: { texto: draft.texto },
  });
});

it('a story told as whom it is against stays when the petition becomes one against nobody', () => {
  const first = { ...draft, tipo: 'QUEJA' as const, contra: { servidor: STORY }, contraVisto: true };
  expect(elegirTipo.answer?.(first, { ...says(''), opcion: 'SUGERENCIA' }, facts)).toMatchObject({
    data: { tipo: 'SUGERENCIA', contra: undefined, texto: expect.stringContaining('el vecino de al lado') },
  });
  const short = { ...first, contra: { servidor: 'Pedro' } };
  expect(elegirTipo.answer?.(short, { ...says(''), opcion: 'SUGERENCIA' }, facts)).toMatchObject({
    data: { texto: draft.texto, contra: { servidor: 'Pedro' } },
  });
});

it.each(['seguir sin documento', 'Seguir sin cédula', 'por un enlace seguro'])(
  '«%s» is an answer to a later question and nobody’s name',
  (texto) => {
    expect(nombre.answer?.(draft, says(texto), facts)).toMatchObject({ kind: 'again', data: draft });
  },
);
