import { createCertificationFeed } from './certification-feed.ts';
import type { Feed } from './feed.ts';
import type { FeedParts } from './feed-parts.ts';

/** Every subscription of the graph, by name of its field. */
export function createFeeds(parts: FeedParts): ReadonlyMap<string, Feed> {
  const feeds = [createCertificationFeed];
  return new Map(feeds.map((create) => create(parts)).map((feed) => [feed.field, feed]));
}
