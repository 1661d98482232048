import type { CallError, ErrorCode } from '../../contract/errors';

/** What each refusal says: what happened, then what is safe or what to do. Exhaustive: a new code is a type error here. */
const texts: Record<ErrorCode, string> = {
  'wrong-secret': 'That did not open the vault. Nothing has changed. Check it and try again.',
  'no-vault-here': 'There is no vault in that folder. Choose the folder you picked when you made it.',
  'vault-exists': 'That folder already holds a vault. It has not been touched. Choose another folder, or open the vault that is there.',
  'header-damaged': 'The first page of this vault is damaged, so it cannot be opened. Nothing has been changed. Do not delete it: copy the whole folder somewhere safe, and use a backup if you have one.',
  'tampered': 'Part of this vault is not as Tidemark left it. It may be damaged, or someone may have changed it. Nothing has been written to it. Copy the whole folder somewhere safe before you do anything else.',
  'tail-set-aside': 'The computer stopped in the middle of a save. Everything that was saved is here. The unfinished piece was put aside.',
  'newer-format': 'This vault was made by a newer Tidemark. It has not been touched. Use the newer version to open it.',
  'older-than-seen': 'This is an older copy of your vault than the one last opened on this computer. Your newest entries may be in another copy.',
  'already-open': 'This vault is already open in another Tidemark window, here or on another computer. Close it there first. If you have just copied this folder, or the other computer stopped without closing Tidemark, wait two minutes and try again.',
  'locked': 'The vault is locked. Unlock it to go on.',
  'read-only': 'This vault can be read but not changed, because damage was found in it. What is here is safe to read and to hand over.',
  'disk-full': 'The disk is full, so that was not saved. What was saved before is safe. Make some room and try again.',
  'folder-unwritable': 'Tidemark may not write in that folder. Choose another one, for example in your Documents.',
  'vault-gone': 'The vault is no longer where it was when you opened it: its folder was moved or deleted, or the stick was taken out. This was not saved. Keep what you wrote here on paper or copy it before you close, then put the folder back and open it again.',
  'io-error': 'The disk did not answer as it should, so that was not saved. What was saved before is safe. Check the disk or the stick and try again.',
  'passphrase-too-weak': 'That passphrase is too easy to guess. Add another word or two.',
  'code-not-matching': 'That recovery code has a slip in it. Check each group against the paper.',
  'not-found': 'That is no longer here.',
  'already-recorded': 'This is already your record. Changes are made as amendments.',
  'reason-needed': 'Please give a reason in a few words.',
  'erased': 'This was erased. Only the trace of it is kept.',
  'nothing-to-record': 'There is nothing written here yet.',
  'too-large': 'That is larger than Tidemark can take in one piece.',
  'grant-spent': 'Please choose the file again.',
  'file-unreadable': 'The file could not be read. It has not been changed.',
  'file-changed': 'The file changed while it was being read. Nothing was kept from it. Try again once it is no longer in use.',
  'file-empty': 'The file is empty, so there is nothing to keep.',
  'not-understood': 'Tidemark could not make out what is in this file. It has not been changed. You can still keep it as a document.',
  'encrypted-file': 'The file is locked with a password of its own. You can keep it as it is, but it cannot be shown here.',
  'limit-exceeded': 'The file asks for more than Tidemark allows one file to take. Nothing was kept from it.',
  'date-order-needed': 'Tell Tidemark first whether the day or the month comes first in these dates.',
  'duplicate': 'This file is already in your vault.',
  'nothing-chosen': 'Choose at least one entry first.',
  'cannot-print': 'The pages could not be made. Your record is not affected. Try again.',
  'cannot-save': 'The file could not be written there. Nothing in your vault has changed. Choose another place.',
  'place-gone': 'The folder you chose is no longer there: it was moved or deleted, or the stick was taken out. Nothing was saved in it. Your vault is as it was. Choose another place.',
  'copy-differs': 'This file is no longer the one you added: its SHA-256 is not the one in your record. No copy was made. The rest of your record is not affected. Copy the whole vault folder somewhere safe before you do anything else. If you have a backup from before, save the file from there.',
  'cannot-show': 'This cannot be shown here. The original is kept as it was.',
  'cancelled': 'Stopped. Nothing was changed.',
  'bad-call': 'Something in Tidemark did not fit together. What was saved is safe. Close Tidemark and open it again.',
  'unexpected': 'Something went wrong inside Tidemark. What was saved is safe. Close Tidemark and open it again.',
};

export const errors = {
  /** The sentence for a refusal; names the file where one is concerned. */
  say: (error: CallError): string => (error.file ? `${error.file}: ${texts[error.code]}` : texts[error.code]),
  /** For translators: the code is what she may quote to someone who helps her; it is not translated. */
  quote: (code: ErrorCode): string => `If you ask for help, quote: ${code}`,
};
