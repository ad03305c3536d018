import { isVoz } from '../../../api/base/kernel/voz';
import type { Step } from '../dialog';
import { options, say } from '../say';
import type { Draft } from './draft';
import { goOn } from './next-step';
import { notAnOption } from './not-an-option';

/** A voice says whose it is: who files without a name is told so before anything is filed, and can take it out. */
export const vozAnonima: Step<Draft> = {
  ask: (_draft, facts) => ({
    ...say(facts, 'voz.anonima'),
    opciones: options(facts, 'quitar_voz', 'con_voz', 'con_nombre'),
  }),
  answer: (draft, input, facts) => {
    switch (input.opcion) {
      case 'quitar_voz':
        return goOn({ ...draft, anexos: draft.anexos.filter((anexo) => !isVoz(anexo)) }, facts);
      case 'con_voz':
        return goOn({ ...draft, vozVista: true }, facts);
      case 'con_nombre':
        return goOn({ ...draft, modo: 'IDENTIFICADO' }, facts);
      default:
        return notAnOption('voz_anonima', draft, input, facts);
    }
  },
};
