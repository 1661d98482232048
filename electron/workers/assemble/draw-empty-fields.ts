import * as fontkit from 'fontkit';
import { annotationsOf } from './annotations';
import { PDFBool, PDFCheckBox, PDFDict, PDFDocument, PDFDropdown, PDFField, PDFHexString, PDFName, PDFObject, PDFOptionList, PDFRadioGroup, PDFString, PDFTextField, type PDFFont } from './pdf-library';

const name = (key: string) => PDFName.of(key);
const mostParents = 20;

/**
 * Draws what stands in form fields that do not say how they look: some programs write down only what was filled in, and leave the drawing to whoever opens the file. In place, before anything of the form is taken away. Gives the
 * pages (from 1) with a field of which something stands there that could not be drawn.
 */
export async function drawEmptyFields(document: PDFDocument, face: Uint8Array): Promise<number[]> {
  const form = document.catalog.lookup(name('AcroForm'));
  if (!(form instanceof PDFDict)) return [];
  const areAllStale = form.lookup(name('NeedAppearances')) === PDFBool.True;
  const drawn = new Set<PDFDict>();
  let font: PDFFont | null = null;
  for (const field of fieldsOf(document)) {
    if (!isFilledIn(field)) continue;
    const widgets = field.acroField.getWidgets();
    const isChosen = field instanceof PDFCheckBox || field instanceof PDFRadioGroup;
    if (!widgets.some(({ dict }) => !hasAppearance(dict)) && (isChosen || !areAllStale)) continue;
    try {
      for (const { dict } of widgets) drawn.add(dict);
      field.defaultUpdateAppearances((font ??= await faceIn(document, face)));
    } catch {
      for (const { dict } of widgets) drawn.delete(dict);
    }
  }
  // The face is written when a document is saved; this one is copied from instead.
  if (font !== null) await document.flush();
  return document.getPages().flatMap(({ node }, index) => (annotationsOf(node).some(({ annotation }) => annotation !== null && !drawn.has(annotation) && (areAllStale || !hasAppearance(annotation)) && holdsWords(annotation)) ? [index + 1] : []));
}

/** Whether it is a field of words with some in it; also one that no list of the form leads to. */
function holdsWords(annotation: PDFDict): boolean {
  if (annotation.lookup(name('Subtype')) !== name('Widget')) return false;
  let field: PDFDict | null = annotation;
  for (let depth = 0; field !== null && depth < mostParents; depth++) {
    const value = field.lookup(name('V'));
    if (value !== undefined) return (value instanceof PDFString || value instanceof PDFHexString) && value.decodeText().trim() !== '';
    const parent: PDFObject | undefined = field.lookup(name('Parent'));
    field = parent instanceof PDFDict ? parent : null;
  }
  return false;
}

async function faceIn(document: PDFDocument, face: Uint8Array): Promise<PDFFont> {
  document.registerFontkit(fontkit as unknown as Parameters<PDFDocument['registerFontkit']>[0]);
  return document.embedFont(face, { subset: true });
}

function fieldsOf(document: PDFDocument): PDFField[] {
  try {
    return document.getForm().getFields();
  } catch {
    // What is no form holds no fields.
    return [];
  }
}

function isFilledIn(field: PDFField): boolean {
  try {
    if (field instanceof PDFTextField) return (field.getText() ?? '') !== '';
    if (field instanceof PDFDropdown || field instanceof PDFOptionList) return field.getSelected().length > 0;
    if (field instanceof PDFCheckBox) return field.isChecked();
    return field instanceof PDFRadioGroup && field.getSelected() !== undefined;
  } catch {
    return false;
  }
}

function hasAppearance(widget: PDFDict): boolean {
  const all = widget.lookup(name('AP'));
  return all instanceof PDFDict && all.lookup(name('N')) !== undefined;
}
