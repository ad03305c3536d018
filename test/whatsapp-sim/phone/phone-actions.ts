import type { Citizen } from '../actors/citizen';

type Fields = Readonly<Record<string, unknown>>;

const text = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};

const FILE_KINDS: Readonly<Record<string, (citizen: Citizen, fields: Fields) => Promise<string>>> = {
  foto: (citizen, fields) =>
    citizen.image({ bytes: bytesOf(fields), mime: text(fields, 'tipo'), caption: captionOf(fields) }),
  documento: (citizen, fields) =>
    citizen.document({
      bytes: bytesOf(fields),
      mime: text(fields, 'tipo') || 'application/octet-stream',
      name: text(fields, 'nombre'),
      caption: captionOf(fields),
    }),
  voz: (citizen, fields) => citizen.voice(bytesOf(fields)),
};

const bytesOf = (fields: Fields) => Buffer.from(text(fields, 'base64'), 'base64');
const captionOf = (fields: Fields) => text(fields, 'pie') || undefined;

const coordinate = (fields: Fields, name: string, most: number): number | undefined => {
  const value = Number(fields[name]);
  return fields[name] !== '' && Math.abs(value) <= most ? value : undefined;
};

/** What a person does on the page. Each gives why it cannot be done, or nothing. */
export const PHONE_ACTIONS: Readonly<
  Record<string, (citizen: Citizen, fields: Fields) => string | undefined>
> = {
  texto(citizen, fields) {
    const body = text(fields, 'texto').trim();
    if (body === '') return 'Escriba el mensaje.';
    void citizen.text(body);
    return undefined;
  },
  opcion(citizen, fields) {
    const wamid = text(fields, 'mensaje');
    const message = citizen.person.received.find((received) => received.wamid === wamid);
    const id = text(fields, 'id');
    if (!message?.choices.some((choice) => choice.id === id)) return 'Esa opción ya no está.';
    void citizen.tap(id, { wamid });
    return undefined;
  },
  rapida(citizen, fields) {
    const id = text(fields, 'id');
    const last = citizen.person.received.findLast(({ quickReplies }) => quickReplies.length > 0);
    if (!last?.quickReplies.some((reply) => reply.id === id)) return 'Esa respuesta ya no está.';
    void citizen.quickReply(id);
    return undefined;
  },
  archivo(citizen, fields) {
    const send = FILE_KINDS[text(fields, 'como')];
    if (!send || bytesOf(fields).length === 0) return 'Escoja un archivo que no esté vacío.';
    void send(citizen, fields);
    return undefined;
  },
  ubicacion(citizen, fields) {
    const latitude = coordinate(fields, 'latitud', 90);
    const longitude = coordinate(fields, 'longitud', 180);
    if (latitude === undefined || longitude === undefined) return 'Revise la latitud y la longitud.';
    void citizen.location(latitude, longitude, text(fields, 'lugar') || undefined);
    return undefined;
  },
  llamada(citizen) {
    void citizen.call();
    return undefined;
  },
};
