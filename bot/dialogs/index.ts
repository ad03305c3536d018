import { adicionar } from './adicionar/adicionar';
import { anyDialog, type AnyDialog } from './any-dialog';
import { ayuda } from './ayuda';
import { bienvenida } from './bienvenida';
import { consultar } from './consultar/consultar';
import { persona } from './persona';
import { radicar } from './radicar/radicar';
import { tramite } from './tramite/tramite';

/** Every dialog. To add one: its file, its texts and a line here. */
export const dialogs: readonly AnyDialog[] = [
  anyDialog(bienvenida),
  anyDialog(radicar),
  anyDialog(consultar),
  anyDialog(adicionar),
  anyDialog(tramite),
  anyDialog(persona),
  anyDialog(ayuda),
];

/** The dialog that receives a person and shows the menu. */
export const first = 'bienvenida';
