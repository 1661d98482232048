import type { CallName } from '../contract';
import type { EventName } from './events';

/**
 * The contract's names as plain text, for the preload: it must not carry a schema library. The compiler holds this list
 * to the contract: a name too many, or one missing, is a type error.
 */
export const callNames = [
  'program.state', 'program.saveSettings', 'program.quickExit', 'program.cancelTask', 'program.copyText',
  'vault.chooseFolder', 'vault.create', 'vault.createExample', 'vault.unlock', 'vault.lock',
  'vault.pendingRecoveryCode', 'vault.askRecoveryCode', 'vault.confirmRecoveryCode', 'vault.facts',
  'waysIn.list', 'waysIn.changePassphrase', 'waysIn.replacePassphrase', 'waysIn.newRecoveryCode', 'waysIn.makeKeyFile', 'waysIn.makeShares', 'waysIn.noteSharesShown', 'waysIn.saveSharePages', 'waysIn.remove', 'waysIn.renew',
  'vault.chooseKeyFile', 'vault.readShare', 'vault.findShareSlip',
  'backup.places', 'backup.addPlace', 'backup.forgetPlace', 'backup.joinReports', 'backup.make', 'backup.check', 'backup.moveVault', 'vault.restore', 'vault.join',
  'check.state', 'check.run', 'check.pause', 'seal.compare', 'search.rebuild',
  'incidents.begin', 'incidents.get', 'incidents.saveDraft', 'incidents.record', 'incidents.saveAmendmentDraft',
  'incidents.discardAmendmentDraft', 'incidents.amend', 'incidents.erase', 'incidents.link', 'incidents.unlink',
  'people.list', 'people.add', 'people.halfWritten', 'people.saveHalfWritten', 'people.amend', 'people.merge', 'people.part', 'people.doubles', 'people.keepApart', 'people.conflicts', 'people.conflictTies', 'people.erase',
  'documents.choose', 'documents.add', 'documents.letGo', 'documents.list', 'documents.undated', 'documents.get', 'documents.amend', 'documents.erase', 'documents.show', 'documents.saveCopy', 'documents.contents', 'documents.pages', 'documents.correctPage',
  'pictures.drawPage', 'pictures.livePartner',
  'readings.state', 'readings.pause', 'readings.goOn', 'readings.readNow', 'readings.givePassword',
  'messages.choose', 'messages.chooseFolder', 'messages.preview', 'messages.import', 'messages.page', 'messages.find', 'messages.ordinalAt',
  'imports.list', 'imports.notUnderstood', 'conversations.list', 'conversations.amend',
  'conversations.groups', 'conversations.group', 'conversations.ungroup', 'conversations.keepApart', 'conversations.compare', 'conversations.findings', 'conversations.merged', 'conversations.suggestPeople',
  'mail.threads', 'mail.thread', 'mail.get', 'mail.counts', 'locations.days', 'locations.day',
  'excerpts.mark', 'excerpts.list', 'excerpts.get', 'excerpts.amend', 'excerpts.remove',
  'chronology.rows', 'chronology.rowOf', 'chronology.years', 'history.list',
  'files.chooseFolder', 'files.look', 'files.add',
  'inbox.list', 'inbox.counts', 'inbox.decide', 'inbox.suggest', 'tags.list', 'tags.of', 'tags.put', 'tags.take', 'tags.rename', 'tags.end',
  'case.begin', 'case.get', 'case.list', 'case.drafts', 'case.concerning', 'case.saveDraft', 'case.record', 'case.amend', 'case.discardDraft', 'case.evidence', 'case.erase', 'casePages.build',
  'case.sameDays', 'case.cited', 'case.lookUps',
  'case.deadlines', 'case.front', 'case.gaps', 'case.gapsHidden', 'case.settleGap', 'case.hideGaps', 'case.patterns', 'case.elements', 'case.elementLines', 'case.chooseConduct', 'case.toldAndHappened', 'case.compareDisclosure',
  'search.find', 'search.overview', 'searches.list', 'searches.keep', 'searches.rename', 'searches.remove', 'aside.list', 'aside.things', 'aside.put', 'aside.takeBack',
  'redactions.lists', 'redactions.makeList', 'redactions.copyList', 'redactions.renameList', 'redactions.removeList', 'redactions.addWords', 'redactions.addArea', 'redactions.takeOff',
  'protectedFacts.list', 'protectedFacts.offers', 'protectedFacts.add', 'protectedFacts.amend', 'protectedFacts.remove',
  'exports.build', 'exports.release', 'exports.takeBackRelease', 'exports.save', 'exports.bagOutlook', 'exports.sweepBag', 'exports.saveBag', 'exports.standing', 'exports.discard', 'exports.list', 'exports.issuedBundles',
  'recipients.list', 'recipients.add', 'recipients.amend', 'recipients.remove',
  'copies.list', 'copies.passphrase', 'copies.forgetPassphrase', 'copies.given', 'copies.handOver', 'copies.saveReceipt', 'copies.chooseToTell', 'copies.tell',
  'bundles.choose', 'bundles.check', 'bundles.saveGuide',
] as const satisfies readonly CallName[];

export const eventNames = ['program-state', 'task', 'readings', 'leaving'] as const satisfies readonly EventName[];

type Missing = Exclude<CallName, (typeof callNames)[number]> | Exclude<EventName, (typeof eventNames)[number]>;
/** True only while nothing is missing; a forgotten name turns this line red. */
export const allNamesListed: Missing extends never ? true : Missing = true;
