import { estimatePassphrase, isTooWeak } from '../../shared/passphrase-rule';

/**
 * Whether a new vault may not be made behind this passphrase (UTF-8). It becomes a string here, which cannot be wiped: only for a process
 * that ends. The word lists are large, so they are read when a vault is made and not when one is opened.
 */
export async function isPassphraseTooWeak(secret: Uint8Array): Promise<boolean> {
  const [core, common, english] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common'), import('@zxcvbn-ts/language-en')]);
  const checker = new core.ZxcvbnFactory({ dictionary: { ...common.dictionary, ...english.dictionary }, graphs: common.adjacencyGraphs, translations: english.translations });
  return isTooWeak(estimatePassphrase(checker, new TextDecoder().decode(secret)));
}
