import type { Endpoint } from '../fault-rules';
import type { World } from '../world';
import type { Account } from './account';
import { deleteMedia, download, mediaInfo, upload } from './media-endpoints';
import { isLate, late, refuseWith } from './request-faults';
import { refuse, SUCCESS, type GraphRequest, type Reply } from './reply';
import { sendMessage } from './send-message';

/** One thing that can be asked, and which faults it may meet before it is answered. */
interface Route {
  readonly endpoint?: Endpoint;
  readonly answer: () => Reply;
}

export interface RoutesDeps {
  readonly world: World;
  readonly account: Account;
  /** Where this server is, for the addresses that it gives. */
  readonly base: () => string;
}

const EXPIRED = { error: { message: 'Error validating access token', type: 'OAuthException', code: 190 } };

/** Step 1: the header that carries the token. */
function isAllowed({ headers }: GraphRequest, { options }: World): boolean {
  const [name = '', ...value] = options.authHeader.split(':');
  return headers[name.trim().toLowerCase()] === value.join(':').trim().replace('{token}', options.token);
}

function numberRoute(deps: RoutesDeps, request: GraphRequest, what: string | undefined): Route | undefined {
  const { world, account } = deps;
  const { method, body } = request;
  const routes: Readonly<Record<string, Route>> = {
    'POST messages': { answer: () => sendMessage(world, body) },
    'POST media': { endpoint: 'media', answer: () => upload(world, request) },
    'GET ': { endpoint: 'account', answer: () => account.number(world, request.query) },
    'GET whatsapp_business_profile': { answer: () => account.profile(world, request) },
    'POST whatsapp_business_profile': { answer: () => account.profile(world, request) },
    'POST block_users': { answer: () => account.blocked(world, request) },
    'DELETE block_users': { answer: () => account.blocked(world, request) },
    'GET whatsapp_business_encryption': { answer: () => account.encryption(world, request) },
    'POST whatsapp_business_encryption': { answer: () => account.encryption(world, request) },
    'POST register': { answer: () => SUCCESS },
  };
  return routes[`${method} ${what ?? ''}`];
}

function wabaRoute(deps: RoutesDeps, request: GraphRequest, what: string | undefined): Route | undefined {
  if (what === 'message_templates') return { answer: () => deps.account.templates(deps.world, request) };
  return what === 'subscribed_apps' && request.method === 'POST' ? { answer: () => SUCCESS } : undefined;
}

function mediaRoute({ world, base }: RoutesDeps, request: GraphRequest, id: string): Route | undefined {
  if (request.method === 'DELETE') return { endpoint: 'media', answer: () => deleteMedia(world, id) };
  if (request.method !== 'GET') return undefined;
  return { endpoint: 'mediaInfo', answer: () => mediaInfo(world, id, request, base()) };
}

function routeOf(deps: RoutesDeps, request: GraphRequest): Route | undefined {
  const [version = '', id = '', what, ...rest] = request.path;
  const { options } = deps.world;
  if (!options.apiVersions.includes(version) || id === '' || rest.length > 0) return undefined;
  if (id === options.phoneNumberId) return numberRoute(deps, request, what);
  if (id === options.wabaId) return wabaRoute(deps, request, what);
  return /^\d+$/.test(id) && what === undefined ? mediaRoute(deps, request, id) : undefined;
}

function withFaults({ world }: RoutesDeps, { endpoint, answer }: Route): Reply {
  const fault = endpoint && world.faults.ofRequest({ endpoint, key: world.nextId('trace') });
  if (!fault) return answer();
  return isLate(fault) ? late(answer(), fault) : refuseWith(world, fault);
}

function unknown(deps: RoutesDeps, { path }: GraphRequest): Reply {
  const [version = '', id] = path;
  if (!deps.world.options.apiVersions.includes(version))
    return refuse(deps.world, 2500, `Unknown path components: /${path.join('/')}`);
  return refuse(deps.world, path.length > 2 ? 33 : 100, `Object with ID '${id ?? ''}' does not exist`);
}

/** Answers as the Graph API does. */
export function answerGraph(deps: RoutesDeps, request: GraphRequest): Reply {
  const { world } = deps;
  if (!isAllowed(request, world)) {
    world.trace.record('sin.permiso', { metodo: request.method });
    const body = Buffer.from(JSON.stringify(EXPIRED));
    return { status: 401, type: 'application/json; charset=UTF-8', body };
  }
  const [first = '', nonce = ''] = request.path;
  if (first === '_cdn') return withFaults(deps, { endpoint: 'cdn', answer: () => download(world, nonce) });
  const route = routeOf(deps, request);
  return route ? withFaults(deps, route) : unknown(deps, request);
}
