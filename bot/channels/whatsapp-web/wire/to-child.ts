import { z } from 'zod';
import { address, fileName, messageId } from './shapes';

/** All that the child is given: folders of its own and how to open the page. No key, no store. */
const ajustes = z.strictObject({
  /** Folder of the session (a browser profile), 0700. */
  sesion: z.string().min(1),
  /** Folder where received files are left for the parent, 0700. */
  medios: z.string().min(1),
  /** Path of the browser; the child looks for one when absent. */
  navegador: z.string().min(1).optional(),
  /** A page kept on disk instead of the one that WhatsApp serves today. */
  pagina: z.strictObject({ version: z.string().min(1), carpeta: z.string().min(1) }).optional(),
});

/** What the parent orders. */
export const toChild = z.discriminatedUnion('tipo', [
  z.strictObject({ tipo: z.literal('empezar'), ajustes }),
  z.strictObject({ tipo: z.literal('terminar') }),
  z.strictObject({ tipo: z.literal('estado') }),
  /** Reads what is unread since then (milliseconds since 1970); nothing older is read at all. */
  z.strictObject({ tipo: z.literal('ponerse-al-dia'), desde: z.number().int().nonnegative() }),
  /** This message is stored: the child may forget it. */
  z.strictObject({ tipo: z.literal('guardado'), id: messageId }),
  z.strictObject({
    tipo: z.literal('enviar'),
    id: messageId,
    /** Tried in order while there is certainty that nothing went. */
    a: z.array(address).min(1).max(3),
    /** All that is said, a file of it as a link. */
    texto: z.string().min(1),
    /** The file itself, in the folder of both, and what is said beneath it: in place of the text, where the page takes it. */
    archivo: z
      .strictObject({
        ruta: fileName,
        tipo: z.string().min(1).max(127),
        nombre: z.string().min(1).max(255),
        pie: z.string().max(1_024),
      })
      .optional(),
    tecleandoMs: z.number().int().min(0).max(10_000),
  }),
]);

export type ToChild = z.infer<typeof toChild>;
export type AjustesHijo = z.infer<typeof ajustes>;
