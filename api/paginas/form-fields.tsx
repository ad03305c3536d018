import type { ComponentChildren } from 'preact';
import type { Texts } from '../../content/texts';

/** What a field shows besides its label. */
export interface FieldProps {
  readonly t: Texts;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly error?: string;
  /** Said in words beside the label; absent says nothing. */
  readonly need?: 'requerido' | 'opcional';
}

/** Id of a field's control: where the summary of errors leads. */
export const fieldId = (name: string): string => `campo-${name}`;

const described = ({ name, hint, error }: FieldProps): string | undefined =>
  [hint && `${fieldId(name)}-ayuda`, error && `${fieldId(name)}-error`].filter(Boolean).join(' ') ||
  undefined;

const controlProps = (props: FieldProps) => ({
  id: fieldId(props.name),
  name: props.name,
  'aria-describedby': described(props),
  'aria-invalid': props.error ? ('true' as const) : undefined,
  required: props.need === 'requerido',
});

function Field({ children, ...props }: FieldProps & { readonly children: ComponentChildren }) {
  const { t, name, label, need, hint, error } = props;
  return (
    <div class={error ? 'campo con-error' : 'campo'}>
      <label for={fieldId(name)}>
        {label} {need && <span class="necesidad">({t(`web.formulario.${need}`)})</span>}
      </label>
      {hint && (
        <p class="pista" id={`${fieldId(name)}-ayuda`}>
          {hint}
        </p>
      )}
      {error && <FieldError name={name} error={error} />}
      {children}
    </div>
  );
}

const FieldError = ({ name, error }: { readonly name: string; readonly error: string }) => (
  <p class="error" id={`${fieldId(name)}-error`}>
    {error}
  </p>
);

interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'search';
  /** Purpose, in the vocabulary of HTML (WCAG 1.3.5). */
  readonly autocomplete?: string;
  readonly className?: string;
}

export const TextField = ({ type = 'text', autocomplete = 'off', className, ...props }: TextFieldProps) => (
  <Field {...props}>
    <input
      {...controlProps(props)}
      type={type}
      value={props.value}
      class={className}
      autocomplete={autocomplete}
      spellcheck={false}
    />
  </Field>
);

export const TextArea = ({ rows, ...props }: FieldProps & { readonly rows: number }) => (
  <Field {...props}>
    <textarea {...controlProps(props)} rows={rows}>
      {props.value}
    </textarea>
  </Field>
);

/** One thing that is so or not. */
export const Checkbox = (props: FieldProps) => (
  <div class="opcion">
    <input
      type="checkbox"
      id={fieldId(props.name)}
      name={props.name}
      value="si"
      checked={props.value !== ''}
    />
    <label for={fieldId(props.name)}>{props.label}</label>
  </div>
);

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export const Select = ({ choices, ...props }: FieldProps & { readonly choices: readonly Choice[] }) => (
  <Field {...props}>
    <select {...controlProps(props)}>
      {choices.map(({ value, label }) => (
        <option key={value} value={value} selected={value === props.value}>
          {label}
        </option>
      ))}
    </select>
  </Field>
);

/** A group of radio buttons, each with its explanation. The first carries the id the summary leads to. */
export function Radios({ choices, ...props }: FieldProps & { readonly choices: readonly Choice[] }) {
  const { name, label, value, error } = props;
  return (
    <fieldset class={error ? 'grupo con-error' : 'grupo'} aria-describedby={described(props)}>
      <legend>{label}</legend>
      {error && <FieldError name={name} error={error} />}
      {choices.map((choice, index) => {
        const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${choice.value}`;
        return (
          <div class="opcion" key={choice.value}>
            <input
              type="radio"
              id={id}
              name={name}
              value={choice.value}
              checked={choice.value === value}
              aria-describedby={choice.hint && `${id}-pista`}
            />
            <label for={id}>{choice.label}</label>
            {choice.hint && (
              <p class="pista" id={`${id}-pista`}>
                {choice.hint}
              </p>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

interface SummaryProps {
  readonly titulo: string;
  readonly nota?: string;
  /** Each message leads to its field; those of the whole form lead nowhere. */
  readonly errores: readonly { readonly campo?: string; readonly mensaje: string }[];
}

/** All errors at the top; it takes the focus when the page loads, so that it is heard first. */
export const ErrorSummary = ({ titulo, nota, errores }: SummaryProps) => (
  <div class="resumen-errores" role="group" aria-labelledby="resumen-titulo" tabIndex={-1} autofocus>
    <h2 id="resumen-titulo">{titulo}</h2>
    <ul>
      {errores.map(({ campo, mensaje }) => (
        <li key={mensaje}>{campo ? <a href={`#${fieldId(campo)}`}>{mensaje}</a> : mensaje}</li>
      ))}
    </ul>
    {nota && <p>{nota}</p>}
  </div>
);
