import { sayKindPrinted } from '../../messages/en-gb/document-kinds';
import { pages } from '../../messages/en-gb/pages';
import { pagesOutputs } from '../../messages/en-gb/pages-outputs';
import type { Damage } from '../../assemble-protocol';
import type { Document } from '../../model/document';
import { fact, wideFact } from '../document';
import { inName } from '../her-words';
import { html, type Piece } from '../markup';
import { markPlace, place, pointTo } from '../places';
import type { RenderedExhibit } from '../rendition';
import { sayDamage } from '../say-damage';
import { sayInstant, sayInstantExactly, saySize } from '../say';
import type { ExportSection, Outcome } from './section';

const words = pages.integrity;
const at = 'integrity';

/** The files with their SHA-256, how to check one by hand, and the seal of the record. */
export const integrity: ExportSection = { place: at, name: pages.contents.integrity, stands: 'end', isIn: () => true, below: () => [], pages: files };

/** What a file is, and to which exhibits. */
export interface FileUse { readonly role: string; readonly marks: readonly string[] }

/** A file whose bytes stand behind the chronology, once, with every exhibit that needs it. */
export interface ListedFile { readonly uses: readonly FileUse[]; readonly document: Document; readonly damage: Damage | null }

/** Every file once, in the order of the first mark that needs it: ten extracts of one conversation rest on one file, and whoever checks it by hand checks it once. */
export function listedFiles(rendered: readonly RenderedExhibit[]): ListedFile[] {
  const files = new Map<string, { uses: { role: string; marks: string[] }[]; document: Document; damage: Damage | null }>();
  const list = (mark: string, document: Document, role: string, damage: Damage | null = null) => {
    const file = files.get(document.id) ?? { uses: [], document, damage };
    files.set(document.id, file);
    file.damage ??= damage;
    // To one exhibit a file is one thing: what it was first said to be.
    if (file.uses.some(({ marks }) => marks.includes(mark))) return;
    const same = file.uses.find((use) => use.role === role);
    if (same) same.marks.push(mark);
    else file.uses.push({ role, marks: [mark] });
  };
  for (const { exhibit, rendition } of rendered) {
    if (exhibit.thing.kind === 'document') list(exhibit.mark, exhibit.thing.document, sayKindPrinted(exhibit.thing.document), rendition.kind === 'pages' ? rendition.damage : null);
    else if (exhibit.thing.kind === 'mail') {
      list(exhibit.mark, exhibit.thing.source, words.source.mail);
      for (const attachment of exhibit.thing.attachments) if (attachment.status === 'kept') list(exhibit.mark, attachment, words.attachmentOf.mail);
    } else {
      for (const source of exhibit.thing.sources) list(exhibit.mark, source, words.source.messages);
      if (rendition.kind === 'messages') for (const attachment of rendition.attachments.values()) list(exhibit.mark, attachment, words.attachmentOf.messages);
    }
  }
  return [...files.values()];
}

function files({ plan, rendered }: Outcome): Piece {
  const listed = listedFiles(rendered);
  return html`<h1><a href="${markPlace(at)}">${words.title}</a></h1><p>${words.intro}</p>
    <h2 class="later">${words.howTitle}</h2><p>${words.howSteps[0]}</p><p class="command">${words.windows}</p><p>${words.howSteps[1]}</p><p class="command">${words.mac}</p><p>${words.howSteps[2]}</p><p class="command">${words.linux}</p><p>${words.howSteps[3]}</p>
    <h2 class="later">${words.sealTitle}</h2><dl role="list">
      ${fact(words.sealCode, html`<span class="code">${plan.sealCode}</span>`)}
      ${fact(words.historyCount, String(plan.historyEntryCount))}
      ${fact(words.historySequence, String(plan.historySequence))}
      ${wideFact(words.historyHash, html`<span class=\"hash\">${plan.historyHash}</span>`)}
      ${plan.erasedCount > 0 && fact(words.erased, html`${String(plan.erasedCount)}. ${words.erasedMeaning}`)}
    </dl>${words.sealMeaning.map((paragraph) => html`<p>${paragraph}</p>`)}
    ${plan.selectionMark !== '' && html`<h2 class="later">${words.selectionTitle}</h2><dl role="list">${fact(pagesOutputs.selection.name, html`<span class="code">${plan.selectionMark}</span>`)}</dl><p>${words.selectionMeaning}</p>`}
    <h2 class="later">${words.filesTitle}</h2>${plan.notHere.length > 0 && html`<p>${words.filesNotHere(plan.notHere.length)}</p>`}${listed.length === 0 ? html`<p>${words.noFiles}</p>` : listed.map(fileBlock)}`;
}

function fileBlock({ uses, document, damage }: ListedFile): Piece {
  return html`<div class="file"><h3>${uses.map(({ marks, role }, use) => html`${use > 0 && '; '}${marks.map((mark, index) => html`${index > 0 && ', '}<a href="${pointTo(place.exhibit(mark))}">${mark}</a>`)} · ${role}`)}</h3><dl role="list">
    ${fact(pages.exhibit.originalName, inName(document.originalName))}
    ${wideFact(pages.exhibit.sha256, html`<span class=\"hash\">${document.sha256}</span>`)}
    ${fact(pages.exhibit.size, saySize(document.sizeBytes))}
    ${fact(pages.exhibit.added, `${sayInstant(document.addedUtc)} (${sayInstantExactly(document.addedUtc)})`)}
    ${fact(pages.integrity.itsPages, damage === null ? null : sayDamage(damage))}</dl></div>`;
}
