import type { CallInput, CallNameAt, CallOutput } from '../../../shared/contract';
import { forgetBackupPlace, listBackupPlaces } from '../record/vault/backup-places';
import { listJoinReports } from '../record/vault/join-reports';
import { chronologyRowOf, chronologyRows, chronologyYears } from '../record/chronology/chronology';
import { amendConversation, findInConversation, listConversations, ordinalAt, pageOfMessages } from '../record/conversations/conversations';
import { groupConversations, keepApart, listGroups, suggestGroups, suggestPeople, ungroupConversation } from '../record/conversations/conversation-groups';
import { countPages, pagesOf } from '../record/documents/document-pages';
import { correctPage } from '../record/documents/page-corrections';
import { readingsOf } from '../record/documents/document-readings';
import { livePartnerOf } from '../record/documents/live-photos';
import { amendDocument, detailsOf, eraseDocument, getDocument, listDocuments, withinOf } from '../record/documents/documents';
import { undatedDocuments } from '../record/documents/undated-documents';
import { amendExcerpt, getExcerpt, listExcerpts, markExcerpt, removeExcerpt } from '../record/conversations/excerpts';
import { listIssuedBundles } from '../record/exports/issued-bundles';
import { listExports } from '../record/exports/export-records';
import { listHistory } from '../record/history/history';
import { amendIncident, beginIncident, discardAmendmentDraft, eraseIncident, getIncident, recordIncident, saveAmendmentDraft, saveDraft } from '../record/incidents/incidents';
import { linkEvidence, unlinkEvidence } from '../record/incidents/links';
import { listImports, notUnderstoodOf } from '../record/imports/imports';
import { listLocationDays, locationsOfDay } from '../record/locations/locations';
import { getMail, mailThread } from '../record/mail/mail';
import { listMailThreads, mailCounts } from '../record/mail/mail-list';
import type { RecordContext } from '../record/record-context';
import { SameConversations } from '../record/conversations/same-conversation';
import { compareSealCode } from '../record/history/seal-comparison';
import { asideThings, listAside, putAside, takeBack } from '../record/put-aside';
import { keepSearch, listKeptSearches, removeKeptSearch, renameKeptSearch } from '../record/search/kept-searches';
import { findByKind, findEverywhere } from '../record/search/search';
import { noteSharesShown } from '../record/vault/shares-shown';
import { vaultFacts } from '../record/vault/vault-facts';
import { listWaysIn } from '../record/vault/ways-in';
import { caseAnswers } from './case-answers';
import { inboxAnswers } from './inbox-answers';
import { peopleAnswers } from './people-answers';
import { redactionAnswers } from './redaction-answers';
import { handedCopyAnswers } from './handed-copy-answers';
import { protectedFactAnswers } from './protected-fact-answers';
import { askRecoveryCode, confirmRecoveryCode, pendingRecoveryCode } from './confirm-recovery-code';

/** Those that a check in the background answers are the service's own. */
type RecordCallName = Exclude<CallNameAt<'vault'>, `check.${string}`>;
type Answer<N extends RecordCallName> = (context: RecordContext, input: CallInput<N>) => CallOutput<N> | Promise<CallOutput<N>>;

/** The window's calls that the vault answers: one line each; the record does the work. */
export function recordHandlers(): { readonly [N in RecordCallName]: Answer<N> } {
  const asked = { groups: [] as number[] };
  const same = new WeakMap<RecordContext, SameConversations>();
  const sameIn = (context: RecordContext): SameConversations => {
    const known = same.get(context) ?? new SameConversations(context.store);
    same.set(context, known);
    return known;
  };
  return {
    'vault.facts': (context) => vaultFacts(context),
    'vault.pendingRecoveryCode': (context) => pendingRecoveryCode(context),
    'vault.askRecoveryCode': (context) => askRecoveryCode(context, asked),
    'vault.confirmRecoveryCode': (context, { typed }) => confirmRecoveryCode(context, asked.groups, typed),

    'waysIn.list': ({ store }) => ({ ways: listWaysIn(store) }),
    'waysIn.noteSharesShown': async (context) => {
      await noteSharesShown(context);
      return {};
    },

    'backup.places': async ({ store }) => ({ places: await listBackupPlaces(store) }),
    'backup.joinReports': ({ store }) => ({ reports: listJoinReports(store) }),
    'backup.forgetPlace': async (context, { id }) => {
      await forgetBackupPlace(context, id);
      return {};
    },

    'seal.compare': (context, { typed }) => compareSealCode(context, typed),

    'incidents.begin': (context) => beginIncident(context),
    'incidents.get': ({ store }, { id }) => getIncident(store, id),
    'incidents.saveDraft': (context, { id, content }) => saveDraft(context, id, content),
    'incidents.record': (context, { id }) => recordIncident(context, id),
    'incidents.saveAmendmentDraft': (context, { id, content }) => saveAmendmentDraft(context, id, content),
    'incidents.discardAmendmentDraft': (context, { id }) => discardAmendmentDraft(context, id),
    'incidents.amend': (context, { id, content, reason }) => amendIncident(context, id, content, reason),
    'incidents.erase': (context, { id, reason }) => eraseIncident(context, id, reason),
    'incidents.link': (context, { id, target }) => linkEvidence(context, id, target),
    'incidents.unlink': (context, { id, linkId }) => unlinkEvidence(context, id, linkId),

    ...peopleAnswers,

    'documents.list': ({ store }, { offset, limit, tagId }) => listDocuments(store, offset, limit, tagId),
    'documents.undated': ({ store }, { offset, limit }) => undatedDocuments(store, offset, limit),
    'documents.get': ({ store }, { id }) => getDocument(store, id),
    'documents.amend': (context, input) => amendDocument(context, input),
    'documents.erase': (context, { id, reason }) => eraseDocument(context, id, reason),

    'documents.contents': ({ store }, { id }) => ({ readings: readingsOf(store, id), details: detailsOf(store, id), pagesWithWords: countPages(store, id), within: withinOf(store, id) }),
    'pictures.livePartner': ({ store }, { id }) => ({ partner: livePartnerOf(store, id) }),
    'documents.correctPage': (context, input) => correctPage(context, input),
    'documents.pages': ({ store }, { id, fromPage, limit }) => pagesOf(store, id, fromPage, limit),

    'imports.list': ({ store }) => ({ imports: listImports(store) }),
    'imports.notUnderstood': ({ store }, { id, offset, limit }) => notUnderstoodOf(store, id, offset, limit),
    'mail.threads': ({ store }, { filter, offset, limit }) => listMailThreads(store, filter, offset, limit),
    'mail.thread': ({ store }, { id }) => ({ mails: mailThread(store, id) }),
    'mail.get': ({ store }, { id }) => getMail(store, id),
    'mail.counts': ({ store }) => mailCounts(store),
    'locations.days': ({ store }, { offset, limit }) => listLocationDays(store, offset, limit),
    'locations.day': ({ store }, { day }) => ({ claims: locationsOfDay(store, day) }),
    'conversations.list': ({ store }) => ({ conversations: listConversations(store) }),
    'conversations.amend': (context, { id, title, participants }) => amendConversation(context, id, title, participants),
    'conversations.groups': ({ store }) => ({ groups: listGroups(store), suggested: suggestGroups(store) }),
    'conversations.group': (context, { conversationIds }) => groupConversations(context, conversationIds),
    'conversations.ungroup': async (context, { id }) => {
      await ungroupConversation(context, id);
      return {};
    },
    'conversations.keepApart': async (context, { conversationIds }) => {
      await keepApart(context, conversationIds);
      return {};
    },
    'conversations.compare': (context, { olderId, newerId }) => sameIn(context).compare(olderId, newerId),
    'conversations.findings': (context, { olderId, newerId, kind, offset, limit }) => sameIn(context).findings(olderId, newerId, kind, offset, limit),
    'conversations.merged': (context, { groupId, offset, limit }) => sameIn(context).merged(groupId, offset, limit),
    'conversations.suggestPeople': ({ store }, { id }) => ({ suggestions: suggestPeople(store, id) }),
    'messages.page': ({ store }, { conversationId, firstOrdinal, limit }) => ({ messages: pageOfMessages(store, conversationId, firstOrdinal, limit) }),
    'messages.find': ({ store }, { conversationId, text }) => ({ ordinals: findInConversation(store, conversationId, text) }),
    'messages.ordinalAt': ({ store }, { conversationId, day }) => ({ ordinal: ordinalAt(store, conversationId, day) }),
    'excerpts.mark': (context, { conversationId, firstOrdinal, lastOrdinal, shows }) => markExcerpt(context, conversationId, firstOrdinal, lastOrdinal, shows),
    'excerpts.list': ({ store }, { conversationId }) => ({ excerpts: listExcerpts(store, conversationId) }),
    'excerpts.get': ({ store }, { id }) => getExcerpt(store, id),
    'excerpts.amend': (context, { id, shows }) => amendExcerpt(context, id, shows),
    'excerpts.remove': async (context, { id, reason }) => {
      await removeExcerpt(context, id, reason);
      return {};
    },

    'chronology.rows': ({ store }, { filter, offset, limit }) => chronologyRows(store, filter, offset, limit),
    'chronology.rowOf': ({ store }, { filter, subject, id }) => ({ row: chronologyRowOf(store, filter, subject, id) }),
    'chronology.years': ({ store }, { filter }) => chronologyYears(store, filter),
    'search.find': ({ store }, { text, filter, offset, limit }) => findEverywhere(store, { text, filter }, offset, limit),
    'search.overview': ({ store }, { text, filter, each }) => ({ groups: findByKind(store, { text, filter }, each) }),
    'searches.list': ({ store }) => ({ searches: listKeptSearches(store) }),
    'searches.keep': (context, input) => keepSearch(context, input),
    'searches.rename': (context, { id, name }) => renameKeptSearch(context, id, name),
    'searches.remove': async (context, { id }) => {
      await removeKeptSearch(context, id);
      return {};
    },
    'aside.list': ({ store }) => ({ targets: listAside(store) }),
    'aside.things': ({ store }) => ({ things: asideThings(store) }),
    'aside.put': async (context, target) => ({ targets: await putAside(context, target) }),
    'aside.takeBack': async (context, target) => ({ targets: await takeBack(context, target) }),
    'history.list': ({ store }, { subjectId, offset, limit }) => listHistory(store, subjectId, offset, limit),
    'exports.issuedBundles': ({ store }) => ({ bundles: listIssuedBundles(store) }),
    'exports.list': ({ store }) => ({ exports: listExports(store) }),
    ...inboxAnswers,
    ...caseAnswers,
    ...redactionAnswers,
    ...protectedFactAnswers,
    ...handedCopyAnswers,
  };
}
