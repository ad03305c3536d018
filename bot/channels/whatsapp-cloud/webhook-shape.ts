import { z } from 'zod';

/**
 * The envelope of a webhook, as far as it is used. It is read part by part: what a new version adds, or one message
 * that cannot be read, must not stop the rest of a batch of a thousand.
 */
export const envelope = z.object({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(z.unknown()),
});

export const entry = z.object({ changes: z.array(z.unknown()) });
export const change = z.object({ field: z.string(), value: z.unknown() });

export const messagesValue = z.object({
  metadata: z.object({ phone_number_id: z.string() }),
  contacts: z.array(z.unknown()).default([]),
  messages: z.array(z.unknown()).default([]),
  statuses: z.array(z.unknown()).default([]),
  errors: z.array(z.unknown()).default([]),
});

export const contact = z.object({ wa_id: z.string().optional(), user_id: z.string().optional() });
export type Contact = z.infer<typeof contact>;

export const anyMessage = z.looseObject({
  id: z.string().min(1).max(512),
  timestamp: z.coerce.string(),
  type: z.string(),
  from: z.string().optional(),
  from_user_id: z.string().optional(),
});
export type AnyMessage = z.infer<typeof anyMessage>;

export const graphError = z.object({ code: z.coerce.number().int() });

export const status = z.object({
  id: z.string(),
  status: z.string(),
  timestamp: z.coerce.string(),
  biz_opaque_callback_data: z.string().optional(),
  pricing: z.object({ billable: z.boolean(), category: z.string() }).optional().catch(undefined),
  errors: z.array(graphError).optional().catch(undefined),
});
export type Status = z.infer<typeof status>;

const media = z.object({
  id: z.string().min(1),
  sha256: z.string().optional(),
  caption: z.string().optional(),
  filename: z.string().optional(),
});

/** The part of each kind of message that is used. */
export const kinds = {
  text: z.object({ text: z.object({ body: z.string() }) }),
  button: z.object({ button: z.object({ text: z.string() }) }),
  interactive: z.object({
    interactive: z.object({
      button_reply: z.object({ id: z.string(), title: z.string() }).optional(),
      list_reply: z.object({ id: z.string(), title: z.string() }).optional(),
    }),
  }),
  location: z.object({
    location: z.object({
      latitude: z.number(),
      longitude: z.number(),
      name: z.string().optional(),
      address: z.string().optional(),
    }),
  }),
  contacts: z.object({
    contacts: z.array(
      z.object({
        name: z.object({ formatted_name: z.string() }).optional(),
        phones: z.array(z.object({ phone: z.string() })).default([]),
      }),
    ),
  }),
  system: z.object({
    system: z.object({
      type: z.string(),
      wa_id: z.string().optional(),
      new_wa_id: z.string().optional(),
      user_id: z.string().optional(),
    }),
  }),
  image: z.object({ image: media }),
  video: z.object({ video: media }),
  audio: z.object({ audio: media }),
  document: z.object({ document: media }),
} as const;
