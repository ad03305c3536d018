import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Router, type Request, type Response } from 'express';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

interface Asset {
  readonly type: string;
  readonly hash: string;
  readonly bytes: Buffer;
  readonly gzip: Buffer;
}

/** Our own files for browsers, read once. */
export interface Assets {
  readonly router: Router;
  /** The address with the content's hash (`/estilo.css?v=…`): it may be cached for ever. An unknown path throws. */
  readonly url: (path: string) => string;
}

/** What pages of other sites load: the line that puts the chat in them. */
const FOR_OTHERS: ReadonlySet<string> = new Set(['/chat.js']);

/** Serves each public path from its file, with ETag and gzip. A file that cannot be read throws. */
export function createAssets(files: Readonly<Record<string, string>>): Assets {
  const assets = new Map(Object.entries(files).map(([path, file]) => [path, readAsset(file)]));
  const router = Router();
  for (const [path, asset] of assets) {
    router.get(path, (req, res) => {
      if (FOR_OTHERS.has(path)) res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      send(asset, req, res);
    });
  }
  return {
    router,
    url(path) {
      const asset = assets.get(path);
      if (!asset) throw new Error(`no asset at ${path}`);
      return `${path}?v=${asset.hash}`;
    },
  };
}

function readAsset(file: string): Asset {
  const type = TYPES[extname(file)];
  if (!type) throw new Error(`no content type for ${file}`);
  const bytes = readFileSync(file);
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
  return { type, hash, bytes, gzip: gzipSync(bytes, { level: 9 }) };
}

function send(asset: Asset, req: Request, res: Response): void {
  const zipped = req.acceptsEncodings('gzip') === 'gzip';
  const current = req.query['v'] === asset.hash;
  res.vary('Accept-Encoding');
  res.setHeader('Content-Type', asset.type);
  res.setHeader('ETag', `"${asset.hash}${zipped ? '-gz' : ''}"`);
  res.setHeader('Cache-Control', current ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (zipped) res.setHeader('Content-Encoding', 'gzip');
  // express answers 304 by itself when the ETag matches.
  res.send(zipped ? asset.gzip : asset.bytes);
}
