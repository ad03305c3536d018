import type { World } from '../world';
import { fieldsOf, isFields, listOf, textOf, type Fields } from './check';
import { json, refuse, SUCCESS, type GraphRequest, type Reply } from './reply';
import type { Template } from './template-store';

/** What a business keeps with Meta besides its messages. */
export interface Account {
  readonly number: (world: World, query: URLSearchParams) => Reply;
  readonly profile: (world: World, request: GraphRequest) => Reply;
  readonly templates: (world: World, request: GraphRequest) => Reply;
  readonly blocked: (world: World, request: GraphRequest) => Reply;
  readonly encryption: (world: World, request: GraphRequest) => Reply;
  /** The key under which the bot is asked for its Flows, in PEM, once it uploaded one. */
  readonly flowKey: () => string | undefined;
}

const bodyOf = ({ body, headers }: GraphRequest): Fields => {
  if (String(headers['content-type'] ?? '').includes('urlencoded'))
    return Object.fromEntries(new URLSearchParams(body.toString('utf8')));
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return isFields(value) ? value : {};
  } catch {
    return {};
  }
};

const CATEGORIES = new Set(['MARKETING', 'UTILITY', 'AUTHENTICATION']);

function propose(world: World, fields: Fields): Reply {
  const category = textOf(fields, 'category');
  const body = listOf(fields, 'components').find((part) => textOf(part, 'type') === 'BODY');
  const text = textOf(body ?? {}, 'text');
  if (!CATEGORIES.has(category)) return refuse(world, 100, 'category: is not one of them');
  if (text === '') return refuse(world, 100, 'components: there is no BODY');
  if (/^\s*\{\{|\}\}\s*$/.test(text))
    return refuse(world, 100, 'components: a variable cannot start or end it');
  const buttons = listOf(fields, 'components').find((part) => textOf(part, 'type') === 'BUTTONS');
  const made = world.templates.propose({
    name: textOf(fields, 'name'),
    language: textOf(fields, 'language'),
    category: category as Template['category'],
    body: text,
    quickReplies: listOf(buttons ?? {}, 'buttons')
      .filter((button) => textOf(button, 'type') === 'QUICK_REPLY')
      .map((button) => textOf(button, 'text')),
  });
  return json(200, { id: world.nextId('media'), status: made.status, category: made.category });
}

export function createAccount(): Account {
  let profile: Fields = {};
  let publicKey: string | undefined;
  return {
    number: (world) =>
      json(200, {
        id: world.options.phoneNumberId,
        display_phone_number: world.options.displayPhone,
        quality_rating: 'GREEN',
        throughput: { level: 'STANDARD' },
        status: 'CONNECTED',
      }),
    profile(_, request) {
      if (request.method === 'GET')
        return json(200, { data: [{ messaging_product: 'whatsapp', ...profile }] });
      profile = { ...profile, ...bodyOf(request) };
      return SUCCESS;
    },
    templates(world, request) {
      if (request.method === 'POST') return propose(world, bodyOf(request));
      const name = request.query.get('name');
      if (request.method === 'DELETE') {
        const gone = name !== null && world.templates.remove(name);
        return gone ? SUCCESS : refuse(world, 100, 'name: there is no such template');
      }
      const data = world.templates
        .all()
        .filter((template) => name === null || template.name === name)
        .map(({ name: is, language, category, status, body }) => {
          const components = [{ type: 'BODY', text: body }];
          return { name: is, language, category, status, components };
        });
      return json(200, { data });
    },
    blocked(world, request) {
      const users = listOf(bodyOf(request), 'block_users').map((user) => textOf(user, 'user'));
      for (const user of users) {
        const person = world.people.find(user.replace(/^\+/, ''));
        if (person) person.blockedByBusiness = request.method === 'POST';
      }
      return json(200, { messaging_product: 'whatsapp', block_users: { users } });
    },
    flowKey: () => publicKey,
    encryption(_, request) {
      if (request.method === 'GET') return json(200, { data: [{ business_public_key: publicKey ?? null }] });
      publicKey = textOf(fieldsOf({ body: bodyOf(request) }, 'body'), 'business_public_key');
      return SUCCESS;
    },
  };
}
