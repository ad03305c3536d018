import type { Person, Received, Sent } from '../people';
import type { World } from '../world';

/** Of each conversation, so that what is told stays small. */
const MOST_MESSAGES = 200;

const ofPerson = ({ wamid, en, type, text, state }: Sent) => ({
  id: wamid,
  de: 'persona' as const,
  en,
  tipo: type,
  texto: text,
  estado: state,
});

const ofBot = (message: Received) => ({
  id: message.wamid,
  de: 'alcaldia' as const,
  en: message.en,
  tipo: message.type,
  texto: message.text,
  opciones: message.choices,
  lista: message.listButton,
  rapidas: message.quickReplies,
  pideUbicacion: message.asksLocation,
  enlace: message.link,
  archivo: message.file,
});

function phoneOf(person: Person, now: number) {
  const messages = [...person.sent.map(ofPerson), ...person.received.map(ofBot)];
  return {
    telefono: person.phone,
    nombre: person.profileName,
    sinTelefono: person.hidesPhone,
    escribiendo: (person.typingUntil ?? 0) > now,
    mensajes: messages.toSorted((a, b) => a.en - b.en).slice(-MOST_MESSAGES),
  };
}

/** Everything that the page shows. */
export const phoneState = ({ people, clock, options }: World, faults: readonly string[]) => ({
  personas: people.all().map((person) => phoneOf(person, clock.now())),
  fallas: faults,
  avisos: options.callbackUrl,
});
