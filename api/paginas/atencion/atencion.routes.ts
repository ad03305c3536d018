import { Router } from 'express';
import { localYear } from '../../base/kernel/local-date';
import type { PagesDeps } from '../pages-deps';
import { charterPage } from './charter-page';
import { corruptionPage } from './corruption-page';
import { emergencyPage } from './emergency-page';
import { hoursPage } from './hours-page';

/** How people are attended: corruption, hours and places, carta de trato digno, emergency lines. */
export function createAtencionRoutes({ site, clock }: Pick<PagesDeps, 'site' | 'clock'>): Router {
  const pages: Readonly<Record<string, () => string>> = {
    '/denuncie-corrupcion': () => corruptionPage(site),
    '/horarios': () => hoursPage(site),
    '/trato-digno': () => charterPage(site, localYear(clock.now())),
    '/emergencias': () => emergencyPage(site),
  };
  const router = Router();
  for (const [path, page] of Object.entries(pages)) {
    router.get(path, (_req, res) => {
      res.type('html').send(page());
    });
  }
  return router;
}
