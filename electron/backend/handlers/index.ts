/** All handlers by the name of their procedure; the type makes sure that none is missing. */
import type { Handlers } from '../dispatcher.ts';
import * as achieved from './achieved.ts';
import * as attention from './attention.ts';
import * as audit from './audit.ts';
import * as briefing from './briefing.ts';
import * as call from './call.ts';
import * as charity from './charity.ts';
import * as claims from './claims.ts';
import * as connection from './connection.ts';
import * as donorExport from './donor-export.ts';
import * as donorPage from './donor-page.ts';
import * as crashes from './crashes.ts';
import * as donor from './donor.ts';
import * as erasure from './erasure.ts';
import * as evidence from './evidence.ts';
import * as followUps from './follow-ups.ts';
import * as forecast from './forecast.ts';
import * as list from './list.ts';
import * as matching from './matching.ts';
import * as paper from './paper.ts';
import * as people from './people.ts';
import * as post from './post.ts';
import * as postcodes from './postcodes.ts';
import * as practice from './practice.ts';
import * as pull from './pull.ts';
import * as results from './results.ts';
import * as retention from './retention.ts';
import * as session from './session.ts';
import * as settings from './settings.ts';
import * as signIn from './sign-in.ts';
import * as sources from './sources.ts';
import * as sync from './sync.ts';
import * as talk from './talk.ts';
import * as telephone from './telephone.ts';
import * as today from './today.ts';
import * as updates from './updates.ts';
import * as verify from './verify.ts';
import * as workstations from './workstations.ts';
import * as why from './why.ts';

export const HANDLERS: Handlers = {
  'session.get': session.getSession,
  'session.setLanguage': session.setLanguage,
  'session.setTheme': session.setTheme,
  'session.people': signIn.getPeople,
  'session.signIn': signIn.signIn,
  'session.recover': signIn.recover,
  'session.unseal': signIn.unseal,
  'session.unsealWithCode': signIn.unseal,
  'session.startAnew': signIn.unseal,
  'session.lock': signIn.lock,
  'session.touch': signIn.touch,
  'session.changePin': signIn.changePin,
  'people.list': people.listPeople,
  'people.add': people.addPerson,
  'people.change': people.changePerson,
  'people.leave': people.leave,
  'people.comeBack': people.comeBack,
  'people.setPin': people.setPin,
  'people.removePin': people.removePin,
  'people.newCode': people.newCode,
  'people.setPassphrase': people.setPassphrase,
  'people.setLock': people.setLock,
  'workstations.list': workstations.listWorkstations,
  'workstations.revoke': workstations.revokeWorkstation,
  'workstations.report': workstations.reportWorkstation,
  'audit.list': audit.listAudit,
  'session.setKeys': session.setKeys,
  'today.get': today.getToday,
  'today.postpone': today.postpone,
  'list.get': list.getList,
  'list.explain': list.explainList,
  'retention.get': retention.getRetention,
  'retention.preview': retention.previewRetention,
  'retention.save': retention.saveRetention,
  'retention.run': retention.runRetention,
  'export.paper': donorExport.printExport,
  'export.file': donorExport.fileExport,
  'erasure.preview': erasure.previewErasure,
  'erasure.erase': erasure.erase,
  'erasure.list': erasure.listErasures,
  'erasure.certificate': erasure.getCertificate,
  'erasure.paper': erasure.printCertificate,
  'erasure.find': erasure.findErasureOf,
  'erasure.lift': erasure.lift,
  'donor.search': donor.search,
  'crashes.list': crashes.listCrashes,
  'crashes.setSending': crashes.setSending,
  'crashes.remove': crashes.removeCrashes,
  'donor.ofCrm': donor.ofCrm,
  'donor.whoCalled': donor.whoCalled,
  'list.trace': list.traceList,
  'list.why': why.whyList,
  'donor.recordConsent': donor.recordConsent,
  'donor.evidence': evidence.getEvidence,
  'donor.page': donorPage.getPage,
  'donor.look': donorPage.look,
  'talk.get': talk.getTalk,
  'talk.answers': talk.getAnswers,
  'talk.save': talk.saveTalk,
  'talk.undo': talk.undoTalk,
  'call.open': call.open,
  'call.get': call.get,
  'call.dial': call.dial,
  'call.saveNotes': call.saveNotes,
  'call.answerObjection': call.answerObjection,
  'call.setEmotion': call.setEmotion,
  'call.setAddressForm': call.setAddressForm,
  'call.setWish': call.setWish,
  'call.setEmailOptIn': call.setEmailOptIn,
  'call.answerBenefit': call.answerBenefit,
  'call.setThumb': call.setThumb,
  'call.setNps': call.setNps,
  'call.addFollowUp': call.addFollowUp,
  'call.removeFollowUp': call.removeFollowUp,
  'call.confirmDetail': call.confirmDetail,
  'call.findStreets': call.findStreets,
  'call.correctDetail': call.correctDetail,
  'call.undoCorrection': call.undoCorrection,
  'call.finish': call.finish,
  'call.undo': call.undo,
  'forecast.get': forecast.getForecast,
  'forecast.saveCapacity': forecast.saveCapacity,
  'settings.programmes': settings.getProgrammes,
  'settings.previewProgrammes': settings.previewProgrammes,
  'settings.saveProgrammes': settings.saveProgrammes,
  'settings.undoProgrammes': settings.undoProgrammes,
  'charity.get': charity.getCharity,
  'charity.check': charity.checkTexts,
  'charity.save': charity.saveCharity,
  'charity.undo': charity.undoCharity,
  'charity.addPicture': charity.addPicture,
  'charity.picture': charity.getPicture,
  'charity.story': charity.getStory,
  'post.list': post.getPost,
  'post.send': post.sendPost,
  'post.undo': post.undoPost,
  'paper.letters': paper.printLetters,
  'paper.labels': paper.printLabels,
  'paper.letter': paper.getLetter,
  'paper.draft': paper.getDraft,
  'briefing.list': briefing.listBriefings,
  'briefing.page': briefing.getBriefing,
  'briefing.print': briefing.printBriefings,
  'briefing.rememberCard': briefing.rememberCard,
  'sync.status': sync.getStatus,
  'sync.run': sync.run,
  'sync.progress': pull.getProgress,
  'sync.slice': pull.getSlice,
  'sync.setPaused': pull.setPaused,
  'sync.notices': pull.getNotices,
  'sync.dismissNotice': pull.dismiss,
  'sync.operations': attention.getOperations,
  'sync.retry': attention.retry,
  'sync.withdraw': attention.withdraw,
  'sync.settle': attention.settle,
  'sync.mend': attention.mend,
  'claims.list': claims.listClaims,
  'claims.takeBack': claims.takeBack,
  'claims.doubles': claims.getDoubles,
  'claims.seen': claims.seen,
  'claims.refresh': claims.refresh,
  'claims.keep': claims.keep,
  'claims.leave': claims.leave,
  'connection.get': connection.getConnection,
  'connection.check': connection.check,
  'connection.connect': connection.connect,
  'connection.createFields': connection.createFields,
  'connection.chooseStatuses': connection.chooseStatuses,
  'results.get': results.getResults,
  'achieved.get': achieved.getAchieved,
  'achieved.paper': achieved.printBoardPage,
  'followups.list': followUps.list,
  'followups.answer': followUps.answer,
  'followups.handOver': followUps.handOver,
  'followups.close': followUps.close,
  'followups.reopen': followUps.reopen,
  'followups.thanked': followUps.thanked,
  'verify.queue': verify.getQueue,
  'verify.get': verify.get,
  'verify.setRight': verify.setRight,
  'verify.correct': verify.correct,
  'verify.undoCorrection': verify.undoCorrection,
  'verify.finish': verify.finish,
  'verify.reopen': verify.reopen,
  'verify.propose': verify.propose,
  'verify.proposals': verify.getProposals,
  'verify.decide': verify.decide,
  'postcodes.state': postcodes.getState,
  'postcodes.addPiece': postcodes.addPiece,
  'sources.list': sources.list,
  'sources.add': sources.add,
  'sources.change': sources.change,
  'sources.pull': sources.pull,
  'sources.remove': sources.remove,
  'sources.addDonor': sources.addDonor,
  'updates.get': updates.getUpdates,
  'updates.setChannel': updates.setChannel,
  'updates.check': updates.check,
  'updates.install': updates.install,
  'news.get': updates.getNews,
  'news.seen': updates.seeNews,
  'matching.queue': matching.getQueue,
  'matching.get': matching.get,
  'matching.decide': matching.decide,
  'matching.unlink': matching.unlink,
  'matching.undo': matching.undo,
  'telephone.get': telephone.getTelephone,
  'telephone.save': telephone.saveTelephone,
  'telephone.mine': telephone.getMine,
  'telephone.setDevice': telephone.setDevice,
  'telephone.state': telephone.getState,
  'practice.state': practice.getState,
  'practice.begin': practice.begin,
  'practice.decline': practice.decline,
  'practice.progress': practice.getProgress,
  'practice.leave': practice.leave,
};
