import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';

/** What identifies somebody, planted in the metadata of every sample. */
export const PLANTED = ['Rosalba Quintero', 'PORTATIL-ROSALBA', '2024:05:06'] as const;
const [AUTHOR, MACHINE, DATE] = PLANTED;

const EXIF = {
  IFD0: { Artist: AUTHOR, HostComputer: MACHINE, DateTime: `${DATE} 10:00:00`, Orientation: '6' },
  IFD3: { GPSLatitude: '3/1 24/1 30/1', GPSLatitudeRef: 'N' },
};

/** A photograph of two colours, wider than high, that asks to be turned. */
export const photo = (format: 'jpeg' | 'png' | 'webp'): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#0a6' } })
    .withExif(EXIF)
    .toFormat(format)
    .toBuffer();

export async function gif(): Promise<Buffer> {
  const drawn = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#06a' } })
    .gif()
    .toBuffer();
  const remark = Buffer.concat([
    Buffer.from([0x21, 0xfe, AUTHOR.length]),
    Buffer.from(AUTHOR),
    Buffer.from([0]),
  ]);
  return Buffer.concat([drawn.subarray(0, -1), remark, Buffer.from([0x3b])]);
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const RELATIONS = (...relations: string[]): string =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`;

/** A letter of Word with its author everywhere that Word writes it, and a photograph with its place inside. */
export async function docx(more: Record<string, Uint8Array> = {}): Promise<Buffer> {
  const parts = {
    '[Content_Types].xml': strToU8(
      `${XML}<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      RELATIONS(
        '<Relationship Id="rId1" Type="http://x/officeDocument" Target="word/document.xml"/>',
        '<Relationship Id="rId2" Type="http://x/core-properties" Target="docProps/core.xml"/>',
      ),
    ),
    'docProps/core.xml': strToU8(`${XML}<cp><dc:creator>${AUTHOR}</dc:creator></cp>`),
    'docProps/app.xml': strToU8(`${XML}<Properties><Company>${MACHINE}</Company></Properties>`),
    'docProps/thumbnail.jpeg': await photo('jpeg'),
    'word/_rels/settings.xml.rels': strToU8(
      RELATIONS(
        `<Relationship Id="rId1" Type="http://x/attachedTemplate" Target="file:///C:\\Users\\${MACHINE}\\n.dotm" TargetMode="External"/>`,
      ),
    ),
    'word/settings.xml': strToU8(
      `${XML}<w:settings xmlns:w="${W}"><w:attachedTemplate r:id="rId1"/><w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids></w:settings>`,
    ),
    'word/document.xml': strToU8(
      `${XML}<w:document xmlns:w="${W}"><w:body><w:p w:rsidR="00AB12CD"><w:ins w:id="1" w:author="${AUTHOR}" w:date="${DATE}"><w:r><w:t>Solicito arreglar la vía</w:t></w:r></w:ins></w:p></w:body></w:document>`,
    ),
    'word/comments.xml': strToU8(
      `${XML}<!-- ${MACHINE} --><w:comments xmlns:w="${W}"><w:comment w:id="0" w:author='${AUTHOR}' w:initials="RQ" w:date="${DATE}"><w:p/></w:comment></w:comments>`,
    ),
    'word/people.xml': strToU8(
      `${XML}<w15:people><w15:person w15:author="${AUTHOR}"><w15:presenceInfo w15:providerId="AD" w15:userId="${MACHINE}"/></w15:person></w15:people>`,
    ),
    'word/media/image1.jpeg': await photo('jpeg'),
    'customXml/item1.xml': strToU8(`<x>${AUTHOR}</x>`),
    ...more,
  };
  return Buffer.from(zipSync(parts));
}

export const xlsx = (more: Record<string, Uint8Array> = {}): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(`${XML}<Types/>`),
      'xl/workbook.xml': strToU8(
        `${XML}<workbook><fileSharing userName="${AUTHOR}"/><x15ac:absPath url="C:\\Users\\${MACHINE}\\"/></workbook>`,
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        `${XML}<worksheet><pageSetup paperSize="9" r:id="rId1"/></worksheet>`,
      ),
      'xl/worksheets/_rels/sheet1.xml.rels': strToU8(
        RELATIONS(
          '<Relationship Id="rId1" Type="http://x/printerSettings" Target="../printerSettings/printerSettings1.bin"/>',
        ),
      ),
      'xl/printerSettings/printerSettings1.bin': Buffer.from(MACHINE, 'utf16le'),
      'xl/comments1.xml': strToU8(`${XML}<comments><authors><author>${AUTHOR}</author></authors></comments>`),
      'xl/persons/person.xml': strToU8(
        `${XML}<personList><person displayName="${AUTHOR}" id="{1}" userId="${MACHINE}" providerId="AD"/></personList>`,
      ),
      ...more,
    }),
  );

export const pptx = (): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(`${XML}<Types/>`),
      'ppt/presentation.xml': strToU8(`${XML}<p:presentation/>`),
      'ppt/commentAuthors.xml': strToU8(
        `${XML}<p:cmAuthorLst><p:cmAuthor id="0" name="${AUTHOR}" initials="RQ" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>`,
      ),
      'docProps/core.xml': strToU8(`${XML}<dc:creator>${AUTHOR}</dc:creator>`),
    }),
  );

/** A text of LibreOffice, or a spreadsheet. */
export const odf = (kind: 'text' | 'spreadsheet', more: Record<string, Uint8Array> = {}): Buffer =>
  Buffer.from(
    zipSync({
      mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
      'content.xml': strToU8(
        `${XML}<office:document-content><office:annotation><dc:creator>${AUTHOR}</dc:creator><dc:date>${DATE}</dc:date><text:p>Ojo</text:p></office:annotation><text:p>Solicito arreglar la vía <text:author-name>${AUTHOR}</text:author-name></text:p></office:document-content>`,
      ),
      'meta.xml': strToU8(`${XML}<meta:initial-creator>${AUTHOR}</meta:initial-creator>`),
      'settings.xml': strToU8(`${XML}<config>${MACHINE}</config>`),
      'Thumbnails/thumbnail.png': strToU8(AUTHOR),
      'META-INF/manifest.xml': strToU8(
        `${XML}<manifest:manifest><manifest:file-entry manifest:full-path="/"/><manifest:file-entry manifest:full-path="meta.xml"/></manifest:manifest>`,
      ),
      ...more,
    }),
  );

/** A PDF with information, XMP, an attached file, a script that starts alone, a note with author and a photograph. */
export async function pdf(): Promise<Buffer> {
  const doc = await PDFDocument.create();
  const page = doc.addPage([300, 300]);
  page.drawText('Solicito arreglar la via', { x: 20, y: 200, size: 12 });
  page.drawImage(await doc.embedJpg(await photo('jpeg')), { x: 20, y: 20, width: 60, height: 40 });
  doc.setAuthor(AUTHOR);
  doc.setCreator(MACHINE);
  doc.setProducer(MACHINE);
  await doc.attach(Buffer.from(AUTHOR), 'cedula.txt', { mimeType: 'text/plain', description: AUTHOR });
  doc.addJavaScript('abre', `app.alert("${AUTHOR}")`);
  const xmp = doc.context.stream(Buffer.from(`<x:xmpmeta>${AUTHOR}</x:xmpmeta>`), { Type: 'Metadata' });
  doc.catalog.set(PDFName.of('Metadata'), doc.context.register(xmp));
  const note = doc.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [10, 10, 20, 20] });
  note.set(PDFName.of('T'), PDFString.of(AUTHOR));
  note.set(PDFName.of('Contents'), PDFString.of('Ojo con esto'));
  page.node.addAnnot(doc.context.register(note));
  // Of an earlier version: nothing leads to it any more.
  doc.context.register(doc.context.obj({ Was: PDFString.of(MACHINE) }));
  return Buffer.from(await doc.save({ useObjectStreams: false }));
}
