import type { Texts } from '../../content/texts';

/** A name and what it holds; undefined is a thing not written. */
export type Row = readonly [name: string, value: string | undefined];

/** Facts as a list of names and values; what a person wrote keeps its lines. */
export const Rows = ({ t, rows }: { readonly t: Texts; readonly rows: readonly Row[] }) => (
  <dl class="ficha">
    {rows.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd class="tal-cual">{value ?? <span class="tenue">{t('web.revision.sinDato')}</span>}</dd>
      </div>
    ))}
  </dl>
);
