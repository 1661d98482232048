import type { HistoryKind } from '../../model/history';

/** What happened, in the history of an entry and of the vault: a line for each kind. */
export const historyKinds = {
  'vault-created': 'Vault made', 'vault-opened': 'Vault opened', 'attempt-refused': 'A wrong passphrase or code was tried', 'recovery-code-confirmed': 'Recovery code checked',
  'passphrase-changed': 'Passphrase changed', 'recovery-code-made': 'New recovery code made', 'key-file-made': 'Key file made', 'shares-made': 'Recovery shares made', 'way-in-removed': 'A way in was ended', 'keys-renewed': 'Everything renewed',
  'backup-place-added': 'Backup place chosen', 'backup-place-forgotten': 'Backup place forgotten', 'backup-made': 'Backup made', 'backup-checked': 'Backup checked', 'vault-restored': 'Restored from a backup', 'vault-moved': 'Vault moved', 'vault-merged': 'Joined from a damaged vault and a backup',
  'vault-checked': 'Vault checked', 'search-rebuilt': 'Search made anew', 'search-kept': 'Search kept', 'search-renamed': 'Kept search renamed', 'search-removed': 'Kept search removed',
  'incident-begun': 'Begun', 'incident-recorded': 'Recorded', 'incident-amended': 'Amended', 'incident-erased': 'Erased',
  'person-recorded': 'Person added', 'person-amended': 'Person amended', 'people-merged': 'Put together with another entry of the same person', 'people-parted': 'Taken apart again', 'person-erased': 'Person erased',
  'case-recorded': 'Recorded', 'case-amended': 'Amended', 'case-erased': 'Erased',
  'document-added': 'Document added', 'document-amended': 'Document amended', 'document-erased': 'Document erased', 'original-saved': 'A copy of the original saved outside the vault', 'page-corrected': 'Machine-read words corrected',
  'conversation-imported': 'Conversation imported', 'conversation-amended': 'Conversation amended', 'conversations-grouped': 'Exports of one conversation put together', 'conversation-ungrouped': 'Export taken out of its group', 'excerpt-marked': 'Messages marked', 'excerpt-amended': 'Mark amended', 'excerpt-removed': 'Mark removed',
  'gap-settled': 'Nothing to find for it, you said', 'gap-opened': 'Looked at again for what could be found', 'gaps-hidden': 'What could still be asked for: turned off', 'gaps-shown': 'What could still be asked for: turned on',
  'inbox-decided': 'Sorted in the inbox', 'tag-put': 'Tagged', 'tag-taken': 'Tag taken off', 'tag-renamed': 'Tag renamed', 'tag-ended': 'Tag ended',
  'mail-imported': 'E-mails brought in', 'locations-imported': 'Location history brought in',
  'protected-fact-added': 'Listed as never to be handed over', 'protected-fact-amended': 'Changed on the list of what is never handed over', 'protected-fact-removed': 'Taken off the list of what is never handed over',
  'link-made': 'Linked', 'link-removed': 'Unlinked', 'put-aside': 'Put aside for the bundle', 'taken-back': 'No longer aside for the bundle', 'exhibit-mark-issued': 'Exhibit mark given', exported: 'Handed over in an export',
  'recipient-added': 'Recipient added', 'recipient-amended': 'Recipient changed', 'recipient-removed': 'Recipient taken off the list', 'copy-handed': 'Numbered copy handed over', 'copy-passphrase-forgotten': 'Passphrase of a copy destroyed',
  'redaction-list-made': 'Redaction list made', 'redaction-list-renamed': 'Redaction list renamed', 'redaction-list-removed': 'Redaction list removed', 'redaction-added': 'Put on a redaction list', 'redaction-removed': 'Taken off a redaction list',
} satisfies Record<HistoryKind, string> as Record<HistoryKind, string>;
