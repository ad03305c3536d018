import { TIPOS_DOCUMENTO } from '../../../api/base/kernel/vocabulary';
import type { Bubble } from '../../../bot/engine/bubble';
import type { PlayedChat } from '../../fakes/play-dialog';
import { caseTranscripts } from './case-transcripts';
import { failingTranscripts } from './failing-transcripts';
import { filingTranscripts } from './filing-transcripts';
import { identityTranscripts } from './identity-transcripts';
import { intakeTranscripts } from './intake-transcripts';
import { leavingTranscripts } from './leaving-transcripts';
import { otherTranscripts } from './other-transcripts';
import { peopleTranscripts } from './people-transcripts';
import { trackingTranscripts } from './tracking-transcripts';
import type { Transcript } from './transcript';
import { whatsappTranscripts } from './whatsapp-transcripts';

/** Every conversation told as a script. */
export const transcripts: readonly Transcript[] = [
  ...filingTranscripts,
  ...intakeTranscripts,
  ...otherTranscripts,
  ...peopleTranscripts,
  ...leavingTranscripts,
  ...caseTranscripts,
  ...trackingTranscripts,
  ...failingTranscripts,
  ...identityTranscripts,
  ...whatsappTranscripts,
];

const TYPES: Readonly<Record<string, string>> = { ogg: 'audio/ogg', pdf: 'application/pdf' };

function filesOf(dice: string) {
  const nombre = dice.slice(1).split(' ')[0] ?? '';
  if (dice.startsWith('#')) return { noRecibidos: [{ nombre, motivo: 'TIPO_NO_ADMITIDO' as const }] };
  const tipo = TYPES[nombre.split('.').at(-1) ?? ''] ?? 'image/jpeg';
  return { anexos: [{ sha256: nombre, nombre, tipo, bytes: 1 }] };
}

/** One line of the person, as `Line` tells it. */
export function says(chat: PlayedChat, dice: string): Promise<readonly Bubble[]> {
  if (/^[@#]./.test(dice)) return chat.says(dice.split(' ').slice(1).join(' '), filesOf(dice));
  if (/^&./.test(dice)) return chat.says('', { documento: documentoOf(dice) });
  if (!/^=./.test(dice)) return chat.says(dice);
  const titulo = dice.slice(1);
  const opcion = chat.state.shown.find((one) => one.titulo === titulo)?.id;
  return chat.says(titulo, { opcion: opcion ?? 'de-antes' });
}

function documentoOf(dice: string) {
  const [typed, numero = '', enlace = ''] = dice.slice(1).split(' ');
  const tipo = TIPOS_DOCUMENTO.find((one) => one === typed);
  if (!tipo) throw new Error(`no kind of document in ${dice}`);
  return { tipo, numero, enlace };
}
