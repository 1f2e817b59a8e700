import { createCertificationFeed } from './certification-feed.ts';
import { createCertificationsFeed } from './certifications-feed.ts';
import type { Feed } from './feed.ts';
import type { FeedParts } from './feed-parts.ts';
import { createInboxFeed } from './inbox-feed.ts';
import { createNotificationFeed } from './notification-feed.ts';
import { createReportFeed } from './report-feed.ts';

/** Every subscription of the graph, by name of its field. */
export function createFeeds(parts: FeedParts): ReadonlyMap<string, Feed> {
  const feeds = [createCertificationFeed, createCertificationsFeed, createNotificationFeed, createInboxFeed, createReportFeed];
  return new Map(feeds.map((create) => create(parts)).map((feed) => [feed.field, feed]));
}
