import { comingOf, extractedIn, filesOfExhibits } from '../../../shared/bag/bag-files';
import { exhibitName } from '../../../shared/layouts/exhibit-name';
import type { BagOutlook } from '../../../shared/model/bag';
import type { Document } from '../../../shared/model/document';
import { tellsWhereMade } from '../../../shared/model/document-details';
import type { ExportPlan } from '../../../shared/model/export-plan';
import type { VaultHost } from '../hosts/vault-host';
import { attachmentsOf } from './bag-contents';

/** What the files behind the exhibits of a plan are, and what they would say of her. Every file counts once. */
export async function bagOutlook(vault: VaultHost, plan: ExportPlan): Promise<BagOutlook> {
  const attachments = await attachmentsOf({ plan, document: (id) => vault.askRecord('documents.get', { id }) });
  const names = new Map(plan.exhibits.map((exhibit) => [exhibit.mark, exhibitName(exhibit)]));
  const outlook: BagOutlook = { originals: { count: 0, sizeBytes: 0 }, wholeSources: { count: 0, sizeBytes: 0 }, drawnCount: 0, plainCount: 0, positions: [], deviceCount: 0, extractCount: 0, isRedacted: plan.redaction !== null };
  const extracted = extractedIn(plan.exhibits);
  const seen = new Set<string>();
  for (const file of filesOfExhibits(plan.exhibits, attachments)) {
    const { document, mark, isWhole, role } = file;
    if (seen.has(document.id) || document.status === 'erased') continue;
    seen.add(document.id);
    if (extracted.has(document.id)) {
      outlook.extractCount += 1;
      continue;
    }
    const of = isWhole ? outlook.wholeSources : outlook.originals;
    of.count += 1;
    of.sizeBytes += document.sizeBytes;
    if (isWhole) continue;
    const asCopy = comingOf(file, { originals: false, wholeSources: false }, null);
    if (asCopy === 'original') outlook.plainCount += 1;
    else if (asCopy === 'drawn') outlook.drawnCount += 1;
    const said = await saysOfItself(vault, document);
    if (said.position) outlook.positions.push({ mark, name: role === 'itself' ? (names.get(mark) ?? document.originalName) : document.originalName, documentId: document.id });
    if (said.device) outlook.deviceCount += 1;
  }
  return outlook;
}

/** Facts of a picture were read before there were details. */
async function saysOfItself(vault: VaultHost, { id, picture }: Document): Promise<{ position: boolean; device: boolean }> {
  const { details } = await vault.askRecord('documents.contents', { id });
  return { position: tellsWhereMade(details) || picture?.hasPosition === true, device: [picture?.device, details.picture?.device, details.recording?.device].some((device) => device !== undefined && device !== '') };
}
