/** How the official API of WhatsApp is reached: Meta itself, or a Solution Provider in front of it. */
export interface CloudSettings {
  /** Without a slash at the end. */
  readonly graphBaseUrl: string;
  /** As `v25.0`. */
  readonly version: string;
  readonly phoneNumberId: string;
  /** Where files are fetched, when it is not where Graph says: some providers stand in front of that too. */
  readonly mediaBaseUrl?: string;
  /** Header that carries the token, and how: `{token}` stands for it. */
  readonly authHeader: { readonly name: string; readonly value: string };
  /** A header by which a provider proves that a webhook is its own; then Meta's signature is not asked for. */
  readonly webhookAuth?: { readonly name: string; readonly value: string };
  /** Messages a second that the number may send. */
  readonly perSecond: number;
  /** Read at each use: they may be changed in their files while the program runs. */
  readonly secrets: CloudSecrets;
}

export interface CloudSecrets {
  readonly token: () => string;
  readonly appSecret: () => string;
  readonly verifyToken: () => string;
}
