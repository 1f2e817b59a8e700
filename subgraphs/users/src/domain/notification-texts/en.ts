import type { MissedThreshold, NotificationRequest, NotificationTexts } from './texts.ts';

const CRITERIA = { SUSTAINABILITY: 'Sustainability', SOCIAL_JUSTICE: 'Social justice' } as const;

const points = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const calendar = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });

/** What people are told in English. */
export const ENGLISH: NotificationTexts = {
  subjects: {
    'certification.submitted': 'Your application is with CONOCER',
    'certification.issued': 'Your certificate is ready',
    'certification.rejected': 'CONOCER did not accept your application',
    'certification.results-delivered': 'Your results are here',
    'certification.not-yet-competent': 'The result of your assessment',
    'certification.revoked': 'Your certificate was revoked',
    'certification.compliance-held': 'Your certification is on hold',
    'certification.reopened': 'Your certification goes on',
    'certification.expiring': 'Your certificate is about to expire',
    'certification.authority-silent': 'CONOCER has not answered an application',
    'standard.changed': 'The standard of your course changed',
  },
  bodies: {
    'certification.submitted': (request) =>
      `CONOCER has your application for certification in ${course(request)}. It usually answers within 90 days; we will tell you as soon as it does.`,
    'certification.issued': (request) =>
      request.officialFolio === null
        ? `Congratulations! Your certificate for ${course(request)} is ready. You will find it in your portfolio.`
        : `Congratulations! CONOCER issued your certificate of competency for ${course(request)}, under the folio ${request.officialFolio}. You will find it in your portfolio.`,
    'certification.rejected': (request) =>
      `CONOCER did not accept the application for certification in ${course(request)}. ${rejection(request.rejectionReason)} The certificate of your academy remains valid. Your assessment centre will go through the next step with you.`,
    'certification.results-delivered': (request) =>
      `The results of your assessment in ${course(request)} are here. You can see them in your certification.`,
    'certification.not-yet-competent': (request) =>
      `Thank you for your work in ${course(request)}. This time the result of your assessment was “not yet competent”. Go over the subjects that were hardest, and try again when you feel ready.`,
    'certification.revoked': (request) =>
      `The certificate that you held for ${course(request)} was revoked and is no longer valid. Ask your academy: it will tell you why, and what you can do if you do not agree.`,
    'certification.compliance-held': (request) =>
      `Your certification in ${course(request)} is on hold. It is not about your performance: the course does not yet meet the solarpunk criteria that your academy asks for before it is sent to CONOCER.${missed(request.missedCriteria)} Your academy knows; for now there is nothing that you have to do.`,
    'certification.reopened': (request) =>
      `Your certification in ${course(request)} is open again and goes on. We will tell you when there is a result.`,
    'certification.expiring': (request) =>
      `Your certificate of competency for ${course(request)} expires ${expiry(request)}. If you want to keep it valid, ask your assessment centre in time to renew it.`,
    'certification.authority-silent': (request) =>
      `CONOCER has not answered an application for certification in ${course(request)} for ${request.days ?? 'many'} days. Look at the case in the list of certifications, and ask CONOCER about it.`,
    'standard.changed': (request) =>
      `A competency standard to which ${course(request)} is aligned ${changed(request)} Go over its content and assessment, and ask your academy to align the course to the standard in force.`,
  },
  frame: {
    greeting: 'Hello,',
    link: 'Open the academy',
    footer: (academy) =>
      `${academy} writes to you because you have an account in its academy. You can choose which e-mails you get in your notification preferences. This mailbox takes no answers.`,
  },
};

function course({ courseTitle }: NotificationRequest): string {
  return `the course “${courseTitle}”`;
}

function changed({ standard }: NotificationRequest): string {
  if (standard === undefined) return 'changed in CONOCER’s register.';
  const { code, status, supersededBy } = standard;
  const next = supersededBy === null ? '' : ` The version in force is ${supersededBy}.`;
  return status === 'RETIRED' ? `is no longer in CONOCER’s register: ${code}.${next}` : `has a later version: ${code}.${next}`;
}

function rejection(reason: string | null): string {
  return reason === null ? 'It gave us no reason.' : `The reason that it gave us: ${reason.replace(/[.\s]+$/, '')}.`;
}

function missed(criteria: readonly MissedThreshold[]): string {
  if (criteria.length === 0) return '';
  const told = criteria.map(({ criterion, required, scored }) =>
    scored === null
      ? `${CRITERIA[criterion]}: there is not enough evidence yet (${points.format(required)} points are asked for)`
      : `${CRITERIA[criterion]}: ${points.format(scored)} of the ${points.format(required)} points that are asked for`,
  );
  return ` It lacks: ${told.join('; ')}.`;
}

function expiry({ days, lastDay }: NotificationRequest): string {
  const on = lastDay === null ? 'soon' : `on ${calendar.format(new Date(lastDay))}`;
  return days === null ? on : `${on}, in ${days} ${days === 1 ? 'day' : 'days'}`;
}
