import { createHmac } from 'node:crypto';

/**
 * The key under which an anonymous draft is filed once. It cannot be turned back into the draft, so the case does not
 * lead to the conversation it came from.
 */
export const anonymousClave = (secretKey: Buffer, draftId: string): string =>
  createHmac('sha256', secretKey).update(`borrador:${draftId}`).digest('base64url');
