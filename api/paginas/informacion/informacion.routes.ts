import { Router } from 'express';
import type { Site } from '../../base/http/layout';
import { allowFrames } from '../../base/http/security-headers';
import { accessibilityPage } from './accessibility-page';
import { chatFrame, chatPage } from './chat-page';
import { homePage } from './home-page';
import { pendingPage } from './pending-page';
import { privacyPage } from './privacy-page';

const PAGES: Readonly<Record<string, (site: Site) => string>> = {
  '/': homePage,
  '/privacidad': privacyPage,
  '/accesibilidad': accessibilityPage,
  '/por-confirmar': pendingPage,
};

/** The pages that depend on nothing but the content. `sitiosPermitidos`: whose pages may hold the chat in a frame. */
export function createInformacionRoutes(site: Site, sitiosPermitidos: readonly string[] = []): Router {
  const router = Router();
  router.get('/chat', (req, res) => {
    const isFrame = req.query['marco'] === '1';
    if (isFrame) allowFrames(res, sitiosPermitidos);
    res.type('html').send(isFrame ? chatFrame(site) : chatPage(site));
  });
  for (const [path, page] of Object.entries(PAGES)) {
    router.get(path, (_req, res) => {
      res.type('html').send(page(site));
    });
  }
  return router;
}
