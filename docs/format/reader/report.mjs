/** What the reader prints: for people, and as JSON for a program that compares. */

const hex = (bytes) => bytes.toString('hex');

export function asText({ vault, history, sealCode, evidence, findings }) {
  const lines = [];
  if (vault) {
    const { header, slot, root, point, vaultId } = vault;
    lines.push(`Vault ${hex(vaultId)}, opened by ${slot.kind} (slot ${slot.number}); header revision ${header.revision}.`);
    lines.push(`Root ${root.rootSequence}, generation ${root.current.number}, ${counted(root.current.segments.length, 'journal segment')}${root.previous ? `; generation ${root.previous.number} in reserve` : ''}.`);
    lines.push(`${counted(point.sequence, 'change')} saved; the mark is ${point.sequence} ${hex(point.hash)}.`);
  }
  if (history) {
    lines.push('', `History: ${counted(history.length, 'entry', 'entries')}. Times are UTC, as the computer's clock had them.`);
    for (const row of history) lines.push(`${String(row.sequence).padStart(7)}  ${row.at_utc}  ${printable(row.kind)}${row.payload === null ? '  (content erased)' : ''}`);
    if (sealCode) lines.push('', `Seal code of the last entry: ${sealCode}`);
  }
  if (evidence) {
    lines.push('', `Evidence: ${counted(evidence.length, 'file')}.`);
    for (const file of evidence) lines.push(`${file.verifies ? 'verifies' : 'DAMAGED '}  ${file.sha256}  ${file.sizeBytes} bytes`);
  }
  lines.push('');
  for (const remark of findings.remarks) lines.push(`Note: ${remark}`);
  for (const damage of findings.damage) lines.push(`DAMAGE: ${damage}`);
  if (findings.damage.length > 0) lines.push(`Not everything verifies: ${counted(findings.damage.length, 'finding')}.`);
  else lines.push(evidence ? 'Everything verifies, every evidence file included.' : 'Everything read verifies. The evidence files were not read; --evidence reads them.');
  return lines.join('\n');
}

export function asJson({ vault, history, sealCode, evidence, findings }) {
  return JSON.stringify({
    vaultId: vault && hex(vault.vaultId),
    mark: vault && { sequence: vault.point.sequence, hash: hex(vault.point.hash) },
    history,
    sealCode,
    evidence,
    remarks: findings.remarks,
    damage: findings.damage,
  });
}

function counted(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}

/** A vault is somebody else's text: control characters in it do not reach the terminal. */
function printable(text) {
  return text.replace(/\p{Cc}/gu, '?');
}
