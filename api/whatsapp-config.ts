import { z } from 'zod';

/** Variables of the official API of WhatsApp; without the number's id there is no such channel. */
export const whatsappVariables = z.object({
  WHATSAPP_PHONE_NUMBER_ID: z.string().regex(/^\d+$/).optional(),
  WHATSAPP_WABA_ID: z.string().regex(/^\d+$/).optional(),
  WHATSAPP_TOKEN: z.string().optional(),
  WHATSAPP_TOKEN_FILE: z.string().optional(),
  WHATSAPP_APP_SECRET: z.string().optional(),
  WHATSAPP_APP_SECRET_FILE: z.string().optional(),
  WHATSAPP_VERIFY_TOKEN: z.string().optional(),
  WHATSAPP_VERIFY_TOKEN_FILE: z.string().optional(),
  WHATSAPP_AUTH_HEADER: z.string().default('Authorization: Bearer {token}'),
  WHATSAPP_WEBHOOK_AUTH: z.string().optional(),
  WHATSAPP_MEDIA_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  WHATSAPP_POR_SEGUNDO: z.coerce.number().int().min(1).max(2_000).default(80),
  GRAPH_BASE_URL: z.url({ protocol: /^https?$/ }).default('https://graph.facebook.com'),
  GRAPH_VERSION: z
    .string()
    .regex(/^v\d{1,3}\.\d{1,2}$/)
    .default('v25.0'),
});

type Variables = z.infer<typeof whatsappVariables>;

/** A secret in the environment itself, or in a file that may change while the program runs. */
export type Secreto = { readonly valor: string } | { readonly archivo: string };

/** What the environment says of the official API of WhatsApp. */
export interface WhatsappConfig {
  readonly phoneNumberId: string;
  readonly wabaId?: string;
  readonly graphBaseUrl: string;
  readonly version: string;
  readonly mediaBaseUrl?: string;
  /** `{token}` stands for the token. */
  readonly authHeader: Header;
  /** By which a provider proves that a webhook is its own, in place of Meta's signature. */
  readonly webhookAuth?: Header;
  /** Messages a second that the number may send. */
  readonly porSegundo: number;
  readonly token: Secreto;
  readonly verifyToken: Secreto;
  /** Absent when a provider stands in front and proves itself otherwise. */
  readonly appSecret?: Secreto;
}

interface Header {
  readonly name: string;
  readonly value: string;
}

const HEADER = /^([A-Za-z][A-Za-z0-9-]*): *(\S.*)$/;

const headerIn = (text: string): Header | undefined => {
  const [, name, value] = HEADER.exec(text) ?? [];
  return name === undefined || value === undefined ? undefined : { name, value };
};

const secretIn = (valor: string | undefined, archivo: string | undefined): Secreto | undefined => {
  if (archivo !== undefined) return { archivo };
  return valor === undefined ? undefined : { valor };
};

/** A token sent in the clear is anybody's; only this machine's own addresses may be without TLS. */
const isSafe = (address: string | undefined): boolean => {
  if (address === undefined) return true;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
};

const noSlash = (url: string): string => url.replace(/\/+$/, '');

/** The channel as configured, nothing when it is not, or its faults, each with the variable's name. */
export function whatsappIn(e: Variables): WhatsappConfig | undefined | readonly string[] {
  const phoneNumberId = e.WHATSAPP_PHONE_NUMBER_ID;
  if (phoneNumberId === undefined) return undefined;
  const token = secretIn(e.WHATSAPP_TOKEN, e.WHATSAPP_TOKEN_FILE);
  const verifyToken = secretIn(e.WHATSAPP_VERIFY_TOKEN, e.WHATSAPP_VERIFY_TOKEN_FILE);
  const appSecret = secretIn(e.WHATSAPP_APP_SECRET, e.WHATSAPP_APP_SECRET_FILE);
  const webhookAuth = e.WHATSAPP_WEBHOOK_AUTH === undefined ? undefined : headerIn(e.WHATSAPP_WEBHOOK_AUTH);
  const authHeader = headerIn(e.WHATSAPP_AUTH_HEADER);
  const faults = [
    ...unless(token, 'WHATSAPP_TOKEN: missing (or WHATSAPP_TOKEN_FILE)'),
    ...unless(verifyToken, 'WHATSAPP_VERIFY_TOKEN: missing (or WHATSAPP_VERIFY_TOKEN_FILE)'),
    ...unless(appSecret ?? webhookAuth, 'WHATSAPP_APP_SECRET: missing (or WHATSAPP_WEBHOOK_AUTH)'),
    ...unless(authHeader?.value.includes('{token}'), 'WHATSAPP_AUTH_HEADER: expected «Name: … {token}»'),
    ...unless(webhookAuth ?? !e.WHATSAPP_WEBHOOK_AUTH, 'WHATSAPP_WEBHOOK_AUTH: expected «Name: value»'),
    ...unless(isSafe(e.GRAPH_BASE_URL), 'GRAPH_BASE_URL: expected https'),
    ...unless(isSafe(e.WHATSAPP_MEDIA_BASE_URL), 'WHATSAPP_MEDIA_BASE_URL: expected https'),
  ];
  if (faults.length > 0 || !token || !verifyToken || !authHeader) return faults;
  const secrets = { token, verifyToken, appSecret };
  return {
    phoneNumberId,
    ...placesIn(e),
    authHeader,
    webhookAuth,
    porSegundo: e.WHATSAPP_POR_SEGUNDO,
    ...secrets,
  };
}

const unless = (isGood: unknown, fault: string): readonly string[] => (isGood ? [] : [fault]);

const placesIn = (e: Variables) => ({
  wabaId: e.WHATSAPP_WABA_ID,
  graphBaseUrl: noSlash(e.GRAPH_BASE_URL),
  version: e.GRAPH_VERSION,
  mediaBaseUrl: e.WHATSAPP_MEDIA_BASE_URL && noSlash(e.WHATSAPP_MEDIA_BASE_URL),
});
