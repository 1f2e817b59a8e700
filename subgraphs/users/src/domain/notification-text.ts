import type { NotificationLanguage } from './notification-preferences.ts';
import { ENGLISH } from './notification-texts/en.ts';
import { SPANISH } from './notification-texts/es.ts';
import type { NotificationRequest, NotificationTexts } from './notification-texts/texts.ts';
import type { NotificationTopic } from './notification-topics.ts';

const TEXTS: Readonly<Record<NotificationLanguage, NotificationTexts>> = { ES: SPANISH, EN: ENGLISH };

/** The notification's text: plain words, addressed to the person, without her name, so that it may be shown on a locked screen. */
export function notificationText(request: NotificationRequest, language: NotificationLanguage = 'ES'): string {
  return TEXTS[language].bodies[request.topic](request);
}

/** What an e-mail about the topic has for its subject: without the course and without her name, as others may see it over her shoulder. */
export function notificationSubject(topic: NotificationTopic, language: NotificationLanguage): string {
  return TEXTS[language].subjects[topic];
}

/** What stands around the text in an e-mail. */
export function emailFrame(language: NotificationLanguage): NotificationTexts['frame'] {
  return TEXTS[language].frame;
}

export type { NotificationRequest };
