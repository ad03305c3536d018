import type { Content } from '../../../content/load-content';
import type { Texts } from '../../../content/texts';
import { puntosOf } from '../../base/kernel/puntos-of';
import type { Identidad, Representante } from '../../base/kernel/solicitud';
import type { Row } from '../rows';
import type { CheckedForm } from './check-form';

/** What will be filed, a row for each thing; what is optional and was left out has none. */
export function summaryRows({ texts: t, dependencias }: Content, checked: CheckedForm): Row[] {
  const { identidad, contra, senales } = checked;
  const against = [
    contra?.servidor,
    dependencias.find(({ codigo }) => codigo === contra?.dependencia)?.nombre,
  ].filter((one) => one !== undefined);
  const priority = (['menorDeEdad', 'riesgoDeVida'] as const).filter((senal) => senales?.[senal]);
  const given = (name: string, lines: readonly string[]): Row[] =>
    lines.length === 0 ? [] : [[t(`paginas.revision.${name}`), lines.join('\n')]];
  return [
    [t('web.formulario.texto'), checked.texto],
    ...given(
      'puntos',
      puntosOf(checked.texto).map((punto, i) => `${i + 1}. ${punto}`),
    ),
    [t('web.formulario.lugar'), checked.lugar],
    [t('web.formulario.asunto'), checked.asunto],
    [t('web.formulario.tipo'), t(`tipo.${checked.tipo}.nombre`)],
    ...given('contra', against),
    ...given(
      'prioridad',
      priority.map((senal) => t(`paginas.formulario.${senal}`)),
    ),
    [t('web.formulario.identidadLeyenda'), t(`web.modo.${identidad.modo}`)],
    ...identityRows(t, identidad),
  ];
}

function identityRows(t: Texts, identidad: Identidad): Row[] {
  if (identidad.modo === 'ANONIMO') return [];
  const { nombre, documento, correo, telefono, direccion, representante } = identidad;
  const contact = [correo, telefono, direccion].filter((value) => value !== undefined);
  return [
    [t('web.formulario.nombre'), nombre],
    [t('web.formulario.numeroDocumento'), documento && documentInWords(t, documento)],
    [t('web.revision.respuestaPor'), contact.join('\n')],
    ...(representante ? [[t('paginas.revision.representante'), inWords(t, representante)] as const] : []),
  ];
}

type Documento = NonNullable<Representante['documento']>;

const documentInWords = (t: Texts, { tipo, numero }: Documento): string =>
  `${t(`web.documento.${tipo}`)}: ${numero}`;

const inWords = (t: Texts, { nombre, documento, calidad }: Representante): string =>
  [nombre, calidad, documento && documentInWords(t, documento)].filter(Boolean).join('\n');
