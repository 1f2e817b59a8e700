import type { NotificationRow } from '../../store/notifications.ts';

export type NotificationMapper = NotificationRow;
