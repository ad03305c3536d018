import express, { type Request, type Response, Router } from 'express';
import type { Failure } from '../../../api/base/kernel/failures';
import type { Logger } from '../../../api/base/kernel/logger';
import type { Result } from '../../../api/base/kernel/result';
import type { CloudSettings } from './cloud-settings';
import { isSigned, sameSecret } from './signature';

export interface WebhookDeps {
  readonly settings: Pick<CloudSettings, 'secrets' | 'webhookAuth'>;
  /** Stores what a webhook tells; not ok: it must be sent again. */
  readonly intake: (body: unknown) => Promise<Result<void, Failure>>;
  readonly logger: Logger;
}

export const WEBHOOK_PATH = '/webhooks/whatsapp';

/** Meta's largest payload is said to be of 3 MB (not confirmed). */
const MAX_BYTES = 4 * 1024 * 1024;

/** Where WhatsApp brings messages and what became of ours. */
export function createWebhookRoutes(deps: WebhookDeps): Router {
  const router = Router();
  // The bytes as they came: the signature is of them. A compressed body is refused, since nobody signed what it holds.
  const raw = express.raw({ type: () => true, limit: MAX_BYTES, inflate: false });
  router.get(WEBHOOK_PATH, (req, res) => verify(deps, req, res));
  router.post(WEBHOOK_PATH, raw, (req, res) => receive(deps, req, res));
  return router;
}

/** The handshake: whoever knows the token is given back the challenge. */
function verify({ settings }: WebhookDeps, { query }: Request, res: Response): void {
  const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = query;
  const isOurs = typeof token === 'string' && sameSecret(token, settings.secrets.verifyToken());
  if (mode !== 'subscribe' || !isOurs || typeof challenge !== 'string') {
    res.sendStatus(403);
    return;
  }
  res.set('X-Content-Type-Options', 'nosniff').type('text/plain').send(challenge);
}

async function receive(
  { settings, intake, logger }: WebhookDeps,
  req: Request,
  res: Response,
): Promise<void> {
  const body: unknown = req.body;
  if (!Buffer.isBuffer(body) || !isAuthentic(settings, req, body)) {
    logger.warn('whatsapp.not-authentic', {});
    res.sendStatus(401);
    return;
  }
  const parsed = parseJson(body);
  if (parsed === undefined) {
    logger.warn('whatsapp.not-json', {});
    // Signed and unreadable: the same bytes again would be no better.
    res.status(200).end();
    return;
  }
  const stored = await intake(parsed);
  res.status(stored.ok ? 200 : 503).end();
}

function isAuthentic({ secrets, webhookAuth }: WebhookDeps['settings'], req: Request, body: Buffer): boolean {
  if (webhookAuth) return sameSecret(req.get(webhookAuth.name), webhookAuth.value);
  return isSigned(body, req.get('x-hub-signature-256'), secrets.appSecret());
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
