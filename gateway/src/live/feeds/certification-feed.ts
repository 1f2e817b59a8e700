import { Fault, isUuid } from '@academy/kernel';
import { z } from 'zod';
import type { RootEvent } from '../event-root.ts';
import {
  ASSIGNED_GOOD_FOR_MS,
  announcedChange,
  isCertificationNews,
  type StatusChange,
  statusChange,
  valuesOf,
} from './certification-change.ts';
import type { Feed, Place } from './feed.ts';
import type { FeedParts } from './feed-parts.ts';
import type { LogQuery } from './island-log.ts';
import { maySeeCertification, seesByAssignment } from './visibility.ts';
import { newestOf, watchLog } from './watch-log.ts';

/** `candidateId`: as the stream tells it. What the island answers is what the viewer may see. */
type Entry = Place & StatusChange & { readonly candidateId?: string };

const answer = z.object({
  seq: z.number().int().min(1),
  history: z.object({ edges: z.array(z.object({ node: statusChange })) }),
});
const LOG: LogQuery<z.infer<typeof answer>> = {
  island: 'certification',
  operationName: 'LiveCertificationLog',
  variables: { id: 'ID!', afterSeq: 'Int!' },
  field: `certification(id: $id) {
    seq
    history(first: 100, afterSeq: $afterSeq) { edges { node { seq previousStatus status hold occurredAt } } }
  }`,
  answer,
};

/** Changes of one certification, by number in its history. */
export function createCertificationFeed({ readers, logs, onGap }: FeedParts): Feed {
  return {
    field: 'certificationStatusChanged',
    whenHidden: 'end',
    async *watch(request) {
      const { viewer } = request;
      const certificationId = String(request.args['certificationId']);
      if (!isUuid(certificationId)) throw notFound();
      const read = async (afterSeq: number) => {
        const { seq, history } = await logs.read(LOG, viewer, { id: certificationId, afterSeq });
        return { newest: seq, entries: history.edges.map(({ node }) => entryOf(node)) };
      };
      const eventOf = (entry: Entry): RootEvent => ({
        typename: 'CertificationStatusChanged',
        values: valuesOf(entry),
        objects: { certification: { kind: 'entity', type: 'Certification', id: certificationId } },
      });
      yield* watchLog<Entry>(
        {
          topic: 'certification',
          subject: certificationId,
          read,
          async snapshot() {
            const newest = await newestOf(read);
            if (newest === undefined) throw notFound();
            return { place: newest, event: eventOf(newest) };
          },
          goodForMs: seesByAssignment(viewer.principal) ? ASSIGNED_GOOD_FOR_MS : undefined,
          entryOf(event) {
            if (seesByAssignment(viewer.principal)) return isCertificationNews(event) ? 'look' : undefined;
            const change = announcedChange(event);
            return change === undefined ? undefined : entryOf(change);
          },
          tell(entry) {
            const { candidateId } = entry;
            if (candidateId !== undefined && !maySeeCertification(viewer.principal, candidateId)) throw notFound();
            return eventOf(entry);
          },
        },
        request,
        { readers, onGap },
      );
    },
  };
}

function entryOf<Change extends StatusChange>(change: Change): Change & Place {
  return { ...change, number: change.seq, epoch: Date.parse(change.occurredAt) };
}

function notFound(): Fault {
  return new Fault('NOT_FOUND', 'There is no such certification.');
}
