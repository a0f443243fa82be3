import canonicalize from 'canonicalize';
import type { BringReply } from '../../../shared/designs/bringingViews.ts';
import type { BringDesignsBody } from '../../../shared/designs/commands.ts';
import { type DraftContent, EMPTY_CONTENT } from '../../../shared/designs/content.ts';
import { uuidv5 } from '../../commands/identity.ts';
import type { FileStore, StoredFile } from '../../files/store.ts';
import type { ViewsReader } from '../../views/reader.ts';
import type { DesignContents } from '../contents.ts';
import type { Drafts, NewDraft } from '../drafts/drafts.ts';
import { type Design, designById, designsMaintainedBy } from '../queries.ts';
import { unwrapped } from './cleaning.ts';
import { designsIn, type FolderOfDesign } from './designsIn.ts';
import { filesOfFolder } from './fromFolder.ts';
import { filesOfGit, type GitSurroundings } from './fromGit.ts';
import { filesOfZip } from './fromZip.ts';
import { BringRefused, type Intake, MOST_SECONDS } from './intake.ts';
import { manifestsOf } from './manifests.ts';
import { contentOfFolder } from './recognise.ts';
import { storedTree } from './storedTree.ts';
import { Remarks, type Tree, type TreeFile } from './tree.ts';

/** Drafts that one bringing makes, at most. */
const MOST_DESIGNS = 100;
/** Designs of a member that are looked through for the one that is brought again. */
const MOST_LOOKED_THROUGH = 500;

export interface Bringing {
  store: Pick<FileStore, 'take' | 'claim' | 'open'>;
  drafts: Pick<Drafts, 'begin'>;
  contents: Pick<DesignContents, 'read'>;
  views: ViewsReader;
  /** Has the last word over a file that is unpacked for a member. */
  admit(memberId: string, file: StoredFile): Promise<void>;
  git: GitSurroundings;
  clock(): number;
}

/**
 * Makes a draft of each design in a folder, an archive or a repository. The same again finds the same drafts.
 * @throws {BringRefused} with a sentence; then no draft was made. TooManyRequests and errors of the disk as they are.
 */
export async function bring(
  bringing: Bringing,
  memberId: string,
  body: BringDesignsBody,
): Promise<BringReply> {
  const remarks = new Remarks();
  const signal = AbortSignal.timeout(MOST_SECONDS * 1000);
  const intake: Intake = {
    store: bringing.store,
    admit: (file) => bringing.admit(memberId, file),
    signal,
    remarks,
  };
  try {
    const tree = await treeOf(bringing, intake, body);
    const folders = designsIn(tree.files, await manifestsOf(tree, intake));
    if (folders.length > MOST_DESIGNS) {
      remarks.add('lost', '', `Only the first ${MOST_DESIGNS} of ${folders.length} designs were taken.`);
    }
    const made: { draft: NewDraft; reply: BringReply['drafts'][number] }[] = [];
    for (const folder of folders.slice(0, MOST_DESIGNS)) {
      made.push(
        await draftOf(bringing, tree, folder, { memberId, body, isOnly: folders.length === 1, signal }),
      );
    }
    return { drafts: made.map(({ draft, reply }) => begun(bringing, draft, reply)), remarks: remarks.all() };
  } catch (error) {
    if (!signal.aborted || error instanceof BringRefused) throw error;
    throw new BringRefused(`This took longer than ${MOST_SECONDS} seconds: bring less at once.`);
  }
}

async function treeOf({ store, git }: Bringing, intake: Intake, body: BringDesignsBody): Promise<Tree> {
  const files = await filesOf(intake, body, git);
  const { top, files: inside } = unwrapped(files);
  if (inside.length === 0) throw new BringRefused('There is no file in it that could be taken.');
  const given = body.kind === 'git' ? nameOfRepository(body.url) : body.name;
  const origin = body.kind === 'git' ? body.url : null;
  return storedTree(store, { name: (body.kind === 'git' ? null : top) ?? given, origin, files: inside });
}

function filesOf(intake: Intake, body: BringDesignsBody, git: GitSurroundings): Promise<TreeFile[]> {
  switch (body.kind) {
    case 'folder':
      return filesOfFolder(intake, body.files);
    case 'zip':
      return filesOfZip(intake, body.fileId);
    case 'git':
      return filesOfGit(intake, body.url, git);
  }
}

const nameOfRepository = (url: string): string =>
  decodeURI(new URL(url).pathname).replace(/\/+$/, '').split('/').at(-1) ?? '';

interface For {
  memberId: string;
  body: BringDesignsBody;
  isOnly: boolean;
  signal: AbortSignal;
}

async function draftOf(
  bringing: Bringing,
  tree: Tree,
  folder: FolderOfDesign,
  { memberId, body, isOnly, signal }: For,
): Promise<{ draft: NewDraft; reply: BringReply['drafts'][number] }> {
  const { views, contents, clock } = bringing;
  const remarks = new Remarks();
  const next: { of: Design | null } = { of: null };
  const content = await contentOfFolder(tree, folder, {
    baseOf: (found) => {
      const said = isOnly && body.designId !== undefined ? designById(views, body.designId) : null;
      next.of = said ?? meantBy(bringing, memberId, found, body.designId);
      if (next.of === null) return null;
      remarks.add('recognised', '', `This is the next revision of “${next.of.title}”.`);
      const base = contents.read(next.of.contentId);
      return base ?? EMPTY_CONTENT;
    },
    today: new Date(clock()).toISOString().slice(0, 10),
    remarks,
    signal,
  });
  const design = next.of;
  const base = design && { designId: design.designId, revision: design.latest, contentId: design.contentId };
  const draft: NewDraft = {
    draftId: draftIdOf(memberId, base, content),
    owner: memberId,
    content,
    designId: design?.designId ?? null,
    forkOf: null,
    base,
  };
  const { draftId, designId } = draft;
  const counts = countsOf(content);
  return { draft, reply: { draftId, title: content.title, designId, remarks: remarks.all(), counts } };
}

/** The design that a member maintains under the same repository or the same title. */
function meantBy(
  { views, contents }: Bringing,
  memberId: string,
  { title, repository }: { title: string; repository: string },
  wanted: string | undefined,
): Design | null {
  const own = designsMaintainedBy(views, memberId).slice(0, MOST_LOOKED_THROUGH);
  const sameTitle = own.filter((design) => folded(design.title) === folded(title));
  const told = sameTitle.find(({ designId }) => designId === wanted);
  if (told) return told;
  const sameRepository = own.filter(({ contentId }) => {
    const links = contents.read(contentId)?.links;
    const addresses = [links?.repository ?? '', links?.project ?? ''].map(addressIn);
    return repository !== '' && addresses.includes(addressIn(repository));
  });
  // Several designs may share a repository: then the title says which.
  const [both] = sameRepository.filter((design) => sameTitle.includes(design));
  const [first] = sameRepository.length === 1 ? sameRepository : sameTitle;
  return both ?? first ?? null;
}

const folded = (title: string): string => title.trim().toLowerCase().replaceAll(/\s+/g, ' ');
const addressIn = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/(\.git)?\/*$/, '');

/** The same content of the same member is the same draft: what is brought twice is there once. */
function draftIdOf(memberId: string, base: NewDraft['base'], content: DraftContent): string {
  return uuidv5(canonicalize({ content, base }) ?? '', memberId);
}

function begun(
  { drafts }: Bringing,
  draft: NewDraft,
  reply: BringReply['drafts'][number],
): BringReply['drafts'][number] {
  for (let again = 0; ; again++) {
    const draftId = again === 0 ? draft.draftId : uuidv5(`again ${again}`, draft.draftId);
    const answer = drafts.begin({ ...draft, draftId });
    switch (answer.outcome) {
      case 'begun':
      case 'known':
        return { ...reply, draftId };
      case 'tooMany':
        throw new BringRefused('You have as many drafts as there may be: publish or discard some first.');
      case 'tooLarge':
        throw new BringRefused(`“${reply.title}” is too large for one draft: bring less at once.`);
      case 'taken':
        // It was published since: this is another draft of the same.
        if (again > 100) throw new BringRefused(`“${reply.title}” was brought and published too often.`);
    }
  }
}

function countsOf({ parts, steps, files }: DraftContent): BringReply['drafts'][number]['counts'] {
  const pictures = files.filter(({ role }) => role === 'picture').length;
  return { parts: parts.length, steps: steps.length, pictures, files: files.length };
}
