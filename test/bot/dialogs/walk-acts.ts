import fc from 'fast-check';
import type { FailureCode } from '../../../api/base/kernel/failures';
import {
  type Canal,
  CANALES,
  MOTIVOS_NO_RECIBIDO,
  type MotivoNoRecibido,
} from '../../../api/base/kernel/vocabulary';
import { type Draft, draftSchema } from '../../../bot/dialogs/radicar/draft';
import type { Bubble } from '../../../bot/engine/bubble';
import type { Run } from '../../../bot/engine/chat-state';
import { FAKE_CODE } from '../../fakes/fake-ventanilla';
import { type PlayedChat, playDialogs, productContent } from '../../fakes/play-dialog';

const STORIES = [
  'el poste de la luz de mi cuadra esta dañado',
  'quiero poner una queja',
  'necesito un cupo en el colegio',
  'en que va mi radicado',
  'un funcionario me pidio plata {texto} $where',
  'hay un incendio en la casa de mi vecina',
  'que hacen con mis datos',
  'xqwz plin plon',
  'la secretaria de salud me grito',
  'solicito: 1. que arreglen la via. 2. que poden el saman',
];
const ANSWERS = (
  'si|no|anonima|con mi nombre|confidencial|Ana Ruiz|ana@correo.co|3101234567|vereda La Regina|1.113.456|cc|' +
  '2026-E-000001|2026 e 7|K7QM-X4TP-9W|2026-E-000001 K7QMX4TP9W|mis casos|agregar algo|4471|predial|menu|atrás|CANCELAR|ayuda|persona|seguir|gracias|hola|???| '
)
  .split('|')
  .concat('x'.repeat(3000));

/** What moves the filing on; other steps have options, and the first one does. */
const FITTING: Readonly<Record<string, string>> = {
  escuchar: STORIES[0]!,
  texto: STORIES[0]!,
  reescribir: 'pido que poden el samán de la escuela',
  contra: 'Pedro Ruiz de la secretaría de salud',
  otra_contra: 'la señora que atiende',
  lugar: 'calle 8 con 5',
  nombre: 'Ana Ruiz',
  documento: 'cc 1.113.456',
  contacto: 'ana@correo.co',
  numero: '2026-E-000001',
  codigo: FAKE_CODE,
  escribir: 'ya se cayó el poste',
};

/** Long enough to be no answer to any question, about no trámite. */
const LONG_STORIES = [
  'el poste de la luz de mi cuadra esta dañado hace dos semanas',
  'los perros del vecino ladran toda la noche y no dejan dormir',
  'hace un mes que no recogen la basura de toda la cuadra',
];

export type Act =
  | { readonly kind: 'fits'; readonly index: number }
  | { readonly kind: 'says'; readonly texto: string }
  | { readonly kind: 'chooses'; readonly index: number }
  | { readonly kind: 'sends'; readonly name: string }
  | { readonly kind: 'speaks'; readonly name: string }
  | { readonly kind: 'fails'; readonly motivo: MotivoNoRecibido }
  /** A long story with a word that nobody else says. */
  | { readonly kind: 'tells'; readonly story: number; readonly mark: string }
  | Happening;

/** What happens between two messages. */
type Happening =
  | { readonly kind: 'breaks'; readonly code: FailureCode | undefined }
  | { readonly kind: 'asks'; readonly caso: number }
  | { readonly kind: 'passes'; readonly minutes: number }
  /** The program is started again with another version of every dialog. */
  | { readonly kind: 'releases' }
  /** Another content is put in force: other trámites, another privacy notice. */
  | { readonly kind: 'content'; readonly other: boolean };

const HAPPENINGS: ReadonlySet<Act['kind']> = new Set(['breaks', 'asks', 'passes', 'releases', 'content']);

/** Whether an act is a message, which has to be answered. */
export const isMessage = ({ kind }: Act): boolean => !HAPPENINGS.has(kind);

const CODES: readonly (FailureCode | undefined)[] = [
  undefined,
  undefined,
  'STORE_UNAVAILABLE',
  'CASE_CLOSED',
  'CLOCK_NOT_TRUSTED',
];

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 14, arbitrary: fc.nat(2).map((index) => ({ kind: 'fits', index }) as const) },
  { weight: 4, arbitrary: fc.nat(9).map((index) => ({ kind: 'chooses', index }) as const) },
  { weight: 3, arbitrary: fc.constantFrom(...ANSWERS).map((texto) => ({ kind: 'says', texto }) as const) },
  { weight: 2, arbitrary: fc.constantFrom(...STORIES).map((texto) => ({ kind: 'says', texto }) as const) },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'grapheme', maxLength: 200 })
      .map((texto) => ({ kind: 'says', texto }) as const),
  },
  {
    weight: 1,
    arbitrary: fc.string({ minLength: 1, maxLength: 90 }).map((name) => ({ kind: 'sends', name }) as const),
  },
  { weight: 2, arbitrary: fc.constantFrom('a', 'b').map((name) => ({ kind: 'speaks', name }) as const) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...MOTIVOS_NO_RECIBIDO).map((motivo) => ({ kind: 'fails', motivo }) as const),
  },
  { weight: 2, arbitrary: fc.nat(2).map((story) => ({ kind: 'tells', story, mark: '' }) as const) },
  { weight: 1, arbitrary: fc.constantFrom(...CODES).map((code) => ({ kind: 'breaks', code }) as const) },
  { weight: 1, arbitrary: fc.nat(2).map((caso) => ({ kind: 'asks', caso }) as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(3, 20, 900).map((minutes) => ({ kind: 'passes', minutes }) as const),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'releases' } as const) },
  { weight: 1, arbitrary: fc.boolean().map((other) => ({ kind: 'content', other }) as const) },
);

const otherTexts: typeof productContent.texts = (key, params) =>
  key === 'dialogo.bienvenida.aviso_version' ? '2' : productContent.texts(key, params);
const otherContent = {
  ...productContent,
  texts: otherTexts,
  tramites: productContent.tramites.filter((_, index) => index % 2 === 0),
};

const older = (run: Run): Run => ({ ...run, version: run.version - 1 });

function happens(chat: PlayedChat, one: Happening): void {
  const { solicitudes } = chat.ventanilla;
  switch (one.kind) {
    case 'breaks':
      return chat.ventanilla.failWith(one.code && { code: one.code });
    case 'asks': {
      const n = (one.caso % Math.max(1, solicitudes.length)) + 1;
      return chat.ventanilla.pregunta(
        `2026-E-${String(n).padStart(6, '0')}`,
        '¿Cuál es el número del poste?',
      );
    }
    case 'passes':
      return chat.passes(one.minutes);
    case 'releases':
      return chat.restore(({ active, parked, ...rest }) => ({
        ...rest,
        ...(active && { active: older(active) }),
        parked: parked.map(older),
      }));
    case 'content':
      return chat.inForce(one.other ? otherContent : productContent);
  }
}

/** The drafts of petitions that the conversation holds, in course or set aside, by key. */
export function draftsOf({ state }: PlayedChat): ReadonlyMap<string, Draft> {
  const runs = [...(state.active ? [state.active] : []), ...state.parked];
  const drafts = runs.filter(({ dialog }) => dialog === 'radicar').map(({ data }) => draftSchema.parse(data));
  return new Map(drafts.map((draft) => [draft.clave, draft]));
}

export interface Played {
  readonly said: readonly Bubble[];
  readonly chosen: string;
}

export async function plays(chat: PlayedChat, one: Act): Promise<Played> {
  const { active, shown, pending } = chat.state;
  const choose = async (index: number): Promise<Played> => {
    const option = shown[index % Math.max(1, shown.length)];
    return option
      ? { said: await chat.says(option.titulo, { opcion: option.id }), chosen: option.id }
      : { said: await chat.says('1'), chosen: '' };
  };
  switch (one.kind) {
    case 'tells':
      return { said: await chat.says(`${LONG_STORIES[one.story]} ${one.mark}`), chosen: '' };
    case 'sends': {
      const anexo = { sha256: one.name, nombre: one.name, tipo: 'image/jpeg', bytes: 1 };
      return { said: await chat.says('', { anexos: [anexo] }), chosen: '' };
    }
    case 'speaks': {
      const voz = { sha256: one.name, nombre: `${one.name}.ogg`, tipo: 'audio/ogg', bytes: 1 };
      return { said: await chat.says('', { anexos: [voz] }), chosen: '' };
    }
    case 'fails': {
      const noRecibidos = [{ nombre: `${one.motivo}.bin`, motivo: one.motivo }];
      return { said: await chat.says('', { noRecibidos }), chosen: '' };
    }
    case 'says':
      return { said: await chat.says(one.texto), chosen: '' };
    case 'chooses':
      return choose(one.index);
    case 'fits': {
      const texto = pending ? undefined : FITTING[active?.step ?? 'escuchar'];
      if (texto !== undefined) return { said: await chat.says(texto), chosen: '' };
      return choose(/^(?:modo|identificacion)$/.test(active?.step ?? '') ? one.index : 0);
    }
    default:
      happens(chat, one);
      return { said: [], chosen: '' };
  }
}

/** Each story told with its own mark. */
const marked = (acts: readonly Act[]): readonly Act[] =>
  acts.map((one, index) => (one.kind === 'tells' ? { ...one, mark: `marca${index}z` } : one));

const walkOf = (minLength: number) =>
  fc.tuple(
    fc.constantFrom(...CANALES.slice(0, 3)),
    fc.boolean(),
    fc.array(act, { minLength, maxLength: 45 }).map(marked),
  );
export const walk = walkOf(0);
export const longWalk = walkOf(25);

const FIRST = 'la lampara de mi cuadra no prende hace un mes';
const NAMED = ['con mi nombre', 'Ana Paz', 'seguir sin documento', 'ana@correo.co', 'enviar'];
const ANONYMOUS = ['anónima', 'si', 'enviar'];

/** What the chat filed before the walk begins. */
export type Before = 'NOTHING' | 'NAMED' | 'ANONYMOUS' | 'BOTH';
export const before: fc.Arbitrary<Before> = fc.constantFrom('NOTHING', 'NAMED', 'ANONYMOUS', 'BOTH');

/** A chat that filed a case without a name, one with it, both or none, and where the person walks on. */
export async function chatAfter(filed: Before, canal: Canal, prueba: boolean): Promise<PlayedChat> {
  const chat = playDialogs(canal, { prueba });
  const file = async (how: readonly string[]) => {
    for (const dice of ['menu', '1', FIRST, 'si', 'seguir sin lugar', ...how]) {
      if (canal !== 'WHATSAPP' || dice !== 'seguir sin documento') await chat.says(dice);
    }
  };
  if (filed === 'ANONYMOUS' || filed === 'BOTH') await file(ANONYMOUS);
  if (filed === 'NAMED' || filed === 'BOTH') await file(NAMED);
  return chat;
}
