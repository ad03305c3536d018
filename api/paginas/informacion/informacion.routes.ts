import { Router } from 'express';
import type { Site } from '../../base/http/layout';
import { accessibilityPage } from './accessibility-page';
import { chatPage } from './chat-page';
import { homePage } from './home-page';
import { pendingPage } from './pending-page';
import { privacyPage } from './privacy-page';

const PAGES: Readonly<Record<string, (site: Site) => string>> = {
  '/': homePage,
  '/chat': chatPage,
  '/privacidad': privacyPage,
  '/accesibilidad': accessibilityPage,
  '/por-confirmar': pendingPage,
};

/** The pages that depend on nothing but the content. */
export function createInformacionRoutes(site: Site): Router {
  const router = Router();
  for (const [path, page] of Object.entries(PAGES)) {
    router.get(path, (_req, res) => {
      res.type('html').send(page(site));
    });
  }
  return router;
}
