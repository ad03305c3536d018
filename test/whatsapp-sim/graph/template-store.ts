import type { SimClock } from '../sim-clock';

export interface Template {
  readonly name: string;
  readonly language: string;
  readonly category: 'MARKETING' | 'UTILITY' | 'AUTHENTICATION';
  readonly body: string;
  /** Titles of its quick replies. */
  readonly quickReplies: readonly string[];
  status: 'APPROVED' | 'PENDING' | 'REJECTED' | 'PAUSED' | 'DISABLED';
}

export interface TemplateStore {
  /** Approved after a while, as Meta does. */
  propose(template: Omit<Template, 'status'>): Template;
  /** Approved at once, or in the state that a test needs. */
  add(template: Omit<Template, 'status' | 'quickReplies'> & Partial<Template>): Template;
  find(name: string, language: string): Template | undefined;
  all(): readonly Template[];
  remove(name: string): boolean;
}

/** How many variables a body has: `{{1}}`, `{{2}}`… or named. */
export const variablesIn = (body: string): number =>
  new Set([...body.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name)).size;

export function createTemplateStore(clock: SimClock, approvalMs: number): TemplateStore {
  let templates: Template[] = [];
  const put = (template: Template) => {
    templates = [
      ...templates.filter(({ name, language }) => name !== template.name || language !== template.language),
      template,
    ];
    return template;
  };
  return {
    propose(given) {
      const template = put({ ...given, status: 'PENDING' });
      clock.after(approvalMs, () => {
        if (template.status === 'PENDING') template.status = 'APPROVED';
      });
      return template;
    },
    add: (given) => put({ quickReplies: [], status: 'APPROVED', ...given }),
    // The code of the language is compared as it is written: es_CO is not es.
    find: (name, language) =>
      templates.find((template) => template.name === name && template.language === language),
    all: () => templates,
    remove(name) {
      const before = templates.length;
      templates = templates.filter((template) => template.name !== name);
      return templates.length < before;
    },
  };
}
