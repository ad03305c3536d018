import type { Facts, Step } from '../dialog';
import { toMenu, toRadicar } from '../leave';
import { quoted } from '../quoted';
import { options, paragraphs, say } from '../say';
import { type Addition, sendTo } from './addition';
import { heardIn, withMore } from './which-case';

/** What was written with a case on the screen: it may be for it, and is not added without a yes. */
export const confirmar: Step<Addition> = {
  freeText: true,
  ask: (addition, facts) => ({
    texto: paragraphs(
      whatCame(addition, facts),
      addition.anonima ? facts.texts('dialogo.adicionar.anonima') : undefined,
      facts.texts('dialogo.adicionar.confirme', { numero: numberOf(addition) }),
    ),
    opciones: options(facts, 'si_agregar', 'otra_solicitud', 'no_agregar'),
  }),
  answer: (addition, input, facts) => {
    const { texto, caso } = addition;
    const all = withMore(addition, input);
    switch (input.opcion) {
      case 'si_agregar':
        return caso ? sendTo({ ...all, texto }, caso) : toMenu();
      case 'otra_solicitud':
        return toRadicar({ ...heardIn(all), texto, ...(addition.anonima ? {} : { esOtra: true }) });
      case 'no_agregar':
        return toMenu(say(facts, 'adicionar.no'));
      default:
        return { kind: 'again', data: all, say: say(facts, 'ofrecer.mas') };
    }
  },
};

const whatCame = ({ texto, anexos }: Addition, facts: Facts): string =>
  texto === ''
    ? facts.texts('dialogo.ofrecer.archivos', { cuantos: anexos.length })
    : facts.texts('dialogo.ofrecer.texto', { texto: quoted(facts, texto, 200) });

const numberOf = ({ caso }: Addition): string =>
  caso === undefined ? '' : 'numero' in caso ? caso.numero : caso.recepcion;
