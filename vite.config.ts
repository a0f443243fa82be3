import { join } from 'node:path';
import { defineConfig } from 'vite';
import { earlyLinks } from './build/earlyLinks.ts';
import { listOfFiles } from './build/listOfFiles.ts';
import { packedTexts } from './build/packedTexts.ts';
import { takesTexts } from './build/takesTexts.ts';
import { textsInTime } from './build/textsInTime.ts';

/** Modules of ours, and the libraries that pages stand on; square codes are for few. */
const isOurs = (id: string) =>
  /[\\/](client|shared)[\\/]|[\\/]@?preact|[\\/]@tabler[\\/]/.test(id) &&
  !/[\\/](client|shared)[\\/](.*[\\/])?(timeline|pages|catalogue|designs|licences|markdown|measures|models|modules|assemblies|viewer|workbench|builds|items|things|stock|plans|shelf|work|reuse|network|history|scanning|labels|account)[\\/]|people[\\/](badges|invite|managePerson|signInLink)|files[\\/](sendLarge|rememberedUploads|send|shrink|exif|withoutTraces|pieces|heif)\.|offline[\\/](keepOrSend|unkept|unkeptList|useKept|saveKept|waitingRows|keptAs)\.|sendKeptFiles|qrCode|IconRulerMeasure|ui[\\/]length|\.css$/.test(
    id,
  );
/** What opens with a press: forms and dialogs, and what only they need. */
const opensLater = (id: string) =>
  isOurs(id) &&
  !/[\\/]ui[\\/]/.test(id) &&
  /(Forms?|Editor|More|Fields?|Dialog|Report|Details|lookAfter|maintenance|settings)\.tsx$|[\\/]booking[\\/]|machines[\\/](kinds|sentences)/.test(
    id,
  );
/** What a machine is, written down: for stewards. Who reports a fault shall not wait for it. */
const describesMachines = (id: string) =>
  /[\\/]machines[\\/](machineForm|machineMore|competenceField)\.tsx$/.test(id);
/**
 * What the pages of designs share: nobody else waits for it, and they do not wait for what draws and compares. What leads
 * to other pages would take the router along, and with it every page would wait for designs.
 */
const isOfDesigns = (id: string) =>
  /[\\/](client|shared)[\\/](designs|licences)[\\/](?!compare|draft|suggest|lineage|page[\\/](startDraft|model|read|shown|flat))/.test(
    id,
  ) && !/\.css$/.test(id);
/** How pieces, prices, lengths and danger are told: pages of builds and things need no more of designs. */
const tellsQuantities = (id: string) =>
  /client[\\/]designs[\\/](figures|words|danger|list[\\/]decimals)\.|shared[\\/]designs[\\/](quantities|units|interfaces|naming|partLines)\.|IconAlertTriangle/.test(
    id,
  ) && !/\.css$/.test(id);
/** What the frame of every page stands on; with the first pages that use it too, it would take these along. */
const isOfFrame = (id: string) =>
  /client[\\/](session|offline[\\/](unsentState|sendAgain|prepareUnsent)|ui[\\/]dialog|frame[\\/]deferred|machines[\\/]labelCode|ui[\\/]fileButton|use[\\/]useSecond)\.tsx?$|icons[\\/]Icon(X|CameraOff|Backspace)\./.test(
    id,
  );
/** The ways by which a part of a plan is met, as signs; and those that else came with machines. */
const isSign = (id: string) =>
  /icons[\\/]Icon(Trash|HandStop|BuildingWarehouse|MapPin|Progress|Recycle|ShoppingCart)\./.test(id);
/** What makes photographs ready to be sent: it comes with the forms that have one. */
const readiesPhotographs = (id: string) =>
  /client[\\/]files[\\/](send|shrink|exif|withoutTraces|pieces)\./.test(id);
/** Signs that stand about pictures of models alone. */
const isSignOfModel = (id: string) =>
  /icons[\\/]Icon(Arrows(Horizontal|Maximize|Move|Split|UpDown)|ArrowForwardUp|Box|Dimensions|Eye|EyeOff|Focus|Ghost|Palette|Perspective|Slice|ZoomIn|ZoomOut)\./.test(
    id,
  );
const isShown = (id: string) => isOurs(id) && !opensLater(id);
const isOfMachines = (id: string) => isShown(id) && /[\\/]machines[\\/]/.test(id);

const takesTextsOfWorkshops = takesTexts('workshopTexts.ts');
const anywhere = (test: (id: string) => boolean) => (id: string) => test(id) && !takesTextsOfWorkshops(id);
/** What takes the texts of workshops stands apart: pages of designs and builds do not wait for these. */
const ofWorkshops = (test: (id: string) => boolean) => (id: string) => test(id) && takesTextsOfWorkshops(id);

export default defineConfig({
  root: 'client',
  plugins: [
    earlyLinks('begin'),
    listOfFiles('worker'),
    packedTexts(),
    textsInTime(join(import.meta.dirname, 'client')),
  ],
  // The same schemas in two kilobytes: see there.
  resolve: { alias: [{ find: /^zod$/, replacement: join(import.meta.dirname, 'client/reading/zod.ts') }] },
  worker: { format: 'es' },
  // Chrome and Firefox of three years ago, Safari 16.4.
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: ['chrome119', 'firefox119', 'safari16.4'],
    // The viewer with what draws for it; it is fetched by those who look at a model.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      // Open CASCADE and manifold ask for parts of Node only where they run in it.
      onLog: (level, log, pass) => {
        if (!/externalized for browser compatibility/.test(log.message)) pass(level, log);
      },
      input: { index: 'client/index.html', embed: 'client/embed.html', worker: 'client/offline/worker.ts' },
      output: {
        // The worker's address is its identity: it stays, and stands above all pages.
        entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
        // What several pages share is one file, so that a slow connection waits once and not for forty small ones.
        codeSplitting: {
          groups: [
            // Before all else, and with nothing else: the entries import it themselves.
            { name: 'olderBrowsers', test: /client[\\/]olderBrowsers\.ts/, priority: 2 },
            // Stands before everything: `main.tsx` needs it to fetch the texts, pages to take theirs.
            {
              name: 'texts',
              test: /catalogue[\\/](text|language|ahead|(workshop|shared|design|build)Texts)\.ts|client[\\/]theme\.ts/,
              priority: 2,
            },
            // Else it comes with the first pages that lead anywhere, and takes them along.
            { name: 'addresses', test: /client[\\/]addresses\.ts/, priority: 2 },
            { name: 'common', test: anywhere(isOurs), minShareCount: 8, priority: 1 },
            { name: 'commonOfWorkshops', test: ofWorkshops(isOurs), minShareCount: 8, priority: 0.85 },
            { name: 'frame', test: isOfFrame, priority: 0.9 },
            // What things show alike: they need nothing else of machines.
            { name: 'storyLook', test: /machines[\\/](story|pictures)\.css$/, priority: 2 },
            { name: 'signs', test: isSign, minShareCount: 2, priority: 0.9 },
            { name: 'photographs', test: readiesPhotographs, priority: 0.95 },
            { name: 'signsOfModels', test: isSignOfModel, minShareCount: 2, priority: 0.95 },
            { name: 'quantities', test: tellsQuantities, minShareCount: 2, priority: 0.9 },
            { name: 'designs', test: isOfDesigns, minShareCount: 3, priority: 0.8 },
            { name: 'machines', test: anywhere(isOfMachines), minShareCount: 2, priority: 0.7 },
            { name: 'machinesOfWorkshops', test: ofWorkshops(isOfMachines), minShareCount: 2, priority: 0.7 },
            { name: 'several', test: anywhere(isShown), minShareCount: 2, priority: 0.6 },
            { name: 'severalOfWorkshops', test: ofWorkshops(isShown), minShareCount: 2, priority: 0.6 },
            { name: 'machineForm', test: describesMachines, priority: 0.55 },
            { name: 'forms', test: anywhere(opensLater), minShareCount: 2, priority: 0.5 },
            { name: 'formsOfWorkshops', test: ofWorkshops(opensLater), minShareCount: 2, priority: 0.5 },
          ],
        },
      },
    },
  },
  server: { fs: { allow: ['..'] } },
});
