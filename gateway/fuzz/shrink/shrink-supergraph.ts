import { type ASTNode, type DocumentNode, Kind, parse, print, type TypeNode, visit } from 'graphql';
import { type Edit, shrinkDocument } from './edits.ts';
import { everywhere, onlyNamed, withoutIdleParts } from './idle-parts.ts';

type Subgraphs = Readonly<Record<string, string>>;
type Rules = {
  /** The operation, whose words tell what is likely needed. */
  readonly source: string;
  isInteresting(subgraphs: Subgraphs): Promise<boolean>;
  isOver(): boolean;
};

/** Fewer and smaller subgraphs that are still interesting. Those who ask decide what composes. */
export async function shrinkSubgraphs(subgraphs: Subgraphs, rules: Rules): Promise<Subgraphs> {
  let best = everywhere(subgraphs, (document) => document);
  best = await cutSome(best, [(all) => onlyNamed(all, rules.source), (all) => all], rules);
  const names = Object.keys(best);
  best = await cutSome(
    best,
    names.map((name) => (all) => omit(all, name)),
    rules,
  );
  const types = [...typesOf(best)];
  best = await cutSome(
    best,
    types.map((type) => (all) => everywhere(all, (document) => withoutType(document, type))),
    rules,
  );
  const fields = [...fieldsOf(best)];
  best = await cutSome(
    best,
    fields.map((path) => (all) => everywhere(all, (document) => withoutField(document, path))),
    rules,
  );
  for (const name of Object.keys(best)) {
    best = await shrinkDocument(best, [dropPart], {
      read: (all) => parse(all[name] ?? '', { noLocation: true }),
      write: (all, document) => withoutIdleParts({ ...all, [name]: print(document) }),
      isInteresting: rules.isInteresting,
      isOver: rules.isOver,
    });
  }
  return best;
}

async function cutSome(start: Subgraphs, cuts: readonly ((all: Subgraphs) => Subgraphs)[], rules: Rules): Promise<Subgraphs> {
  let best = start;
  for (const cut of cuts) {
    if (rules.isOver()) break;
    const candidate = withoutIdleParts(cut(best));
    const isSmaller = JSON.stringify(candidate).length < JSON.stringify(best).length;
    if (isSmaller && (await rules.isInteresting(candidate))) best = candidate;
  }
  return best;
}

const dropPart: Edit = (node) => {
  if (node.kind === Kind.DIRECTIVE && node.name.value === 'link') return undefined;
  const isPart =
    node.kind === Kind.FIELD_DEFINITION ||
    node.kind === Kind.DIRECTIVE ||
    node.kind === Kind.INPUT_VALUE_DEFINITION ||
    node.kind === Kind.ENUM_VALUE_DEFINITION ||
    node.kind === Kind.OBJECT_TYPE_DEFINITION;
  return isPart ? null : undefined;
};

/** A document without a type and all that mentions it. */
function withoutType(document: DocumentNode, type: string): DocumentNode {
  return visit(document, {
    enter(node: ASTNode) {
      if ('name' in node && node.name?.value === type && node.kind.endsWith('Definition')) return null;
      const isTyped = node.kind === Kind.FIELD_DEFINITION || node.kind === Kind.INPUT_VALUE_DEFINITION;
      if (isTyped && nameOf(node.type) === type) return null;
      return node.kind === Kind.NAMED_TYPE && node.name.value === type ? null : undefined;
    },
  });
}

function withoutField(document: DocumentNode, path: string): DocumentNode {
  const [type, field] = path.split('.');
  return visit(document, {
    enter(node: ASTNode) {
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) return undefined;
      if (node.name.value !== type) return false;
      return { ...node, fields: (node.fields ?? []).filter((one) => one.name.value !== field) };
    },
  });
}

function typesOf(subgraphs: Subgraphs): Set<string> {
  const definitions = Object.values(subgraphs).flatMap((sdl) => parse(sdl).definitions);
  const names = definitions.map((one) => ('name' in one ? one.name?.value : undefined)).filter((name) => name !== undefined);
  return new Set(names.filter((name) => name !== 'Query' && name !== 'Mutation'));
}

function fieldsOf(subgraphs: Subgraphs): Set<string> {
  const definitions = Object.values(subgraphs).flatMap((sdl) => parse(sdl).definitions);
  const complex = definitions.filter(
    (one) => one.kind === Kind.OBJECT_TYPE_DEFINITION || one.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
  return new Set(complex.flatMap((one) => (one.fields ?? []).map((field) => `${one.name.value}.${field.name.value}`)));
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

const omit = (all: Subgraphs, name: string): Subgraphs => Object.fromEntries(Object.entries(all).filter(([one]) => one !== name));
