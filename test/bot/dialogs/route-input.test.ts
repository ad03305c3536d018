import { describe, expect, it } from '@jest/globals';
import { routeInput } from '../../../bot/dialogs/route-input';
import { factsOf } from '../../fakes/play-dialog';

const foto = { sha256: 'f', nombre: 'foto.jpg', tipo: 'image/jpeg', bytes: 1 };
const routed = (texto: string, anexos = [] as (typeof foto)[]) => routeInput({ texto, anexos }, factsOf());

describe('a free text', () => {
  it('that is a petition starts one with the text in it, unless it is for an open case', () => {
    const texto = 'el poste de la luz de mi cuadra esta dañado';
    expect(routed(texto, [foto])).toMatchObject({
      dialog: 'adicionar',
      seed: { texto, anexos: [foto], sinCaso: 'RADICAR' },
    });
  });

  it('that only wishes to file starts a petition without text', () => {
    expect(routed('quiero poner una queja')).toMatchObject({ dialog: 'radicar', seed: { texto: undefined } });
  });

  it('with files is filed or offered, never answered and forgotten', () => {
    expect(routed('cuanto se demora el sisben', [foto])).toMatchObject({
      dialog: 'adicionar',
      seed: { texto: 'cuanto se demora el sisben', anexos: [foto] },
    });
  });

  it('that tells of danger to life is kept', () => {
    const texto = 'hay un incendio en la casa de mi vecina';
    expect(routed(texto)).toMatchObject({ seed: { pendiente: { texto } } });
  });

  it.each([
    ['2026-e-7', 'consultar'],
    ['cuanto se demora el sisben', 'tramite'],
    ['quiero hablar con una persona', 'persona'],
    ['como funciona este chat', 'ayuda'],
    ['gracias', 'bienvenida'],
  ])('«%s» leads to %s', (texto, dialog) => {
    expect(routed(texto)).toMatchObject({ dialog });
  });

  it.each(['hueco', 'hello i need help with my water bill'])(
    '«%s» is no trámite because a model has to guess one: it is offered to be filed',
    (texto) => {
      expect(routed(texto)).toMatchObject({ dialog: 'adicionar', seed: { texto } });
    },
  );

  it('«mis casos» shows them, and a lone number is kept only for an office that asked', () => {
    expect(routed('quiero ver mis casos')).toMatchObject({ dialog: 'consultar' });
    expect(routed('4471')).toMatchObject({ dialog: 'adicionar', seed: { texto: '4471', sinCaso: 'NADA' } });
    expect(routed('no')).toMatchObject({ dialog: 'bienvenida' });
  });

  it('longer than thanks or a greeting is offered to be filed: it may hold a petition (T-230 de 2020)', () => {
    const texto = 'hola buenas tardes como estan todos por alla espero que muy bien gracias a Dios';
    const { seed } = routed(texto) as { seed?: { pendiente?: { texto: string }; texto?: string } };
    expect(seed?.pendiente?.texto ?? seed?.texto).toBe(texto);
  });
});
