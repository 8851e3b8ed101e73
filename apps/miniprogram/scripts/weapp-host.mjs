/**
 * A minimal WeChat for the compiled bundle: loads dist/weapp in a Node vm, opens pages, applies setData, fires taps.
 * It knows nothing of layout; it shows whether the package starts, what it says, and how much it sends to the screen.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { clearInterval, clearTimeout, setInterval, setTimeout } from 'node:timers';
import { setTimeout as wait } from 'node:timers/promises';
import { createContext, runInContext } from 'node:vm';
import { createWx } from './weapp-wx.mjs';

/** A page of WeChat has no browser and no Node around it: these names must be undefined inside the bundle. */
const ABSENT = 'global,globalThis,window,document,navigator,location,self,process,Buffer,XMLHttpRequest,fetch';

export function createHost(root, options) {
  const definitions = new Map();
  const modules = new Map();
  const stack = [];
  let app = null;
  let loading = null;

  const { wx, storage, requests } = createWx({ ...options, navigate });
  const world = createContext({
    ...{
      wx,
      console,
      Promise,
      clearTimeout,
      clearInterval,
      setTimeout: timer(setTimeout),
      setInterval: timer(setInterval),
    },
    getApp: () => app,
    getCurrentPages: () => stack.map((page) => page.instance),
    App: (definition) => (app = definition),
    Page: (definition) => definitions.set(loading, definition),
    Component: (definition) => definitions.set(loading, definition),
    Behavior: (definition) => definition,
  });

  function load(file) {
    const path = file.endsWith('.js') ? file : `${file}.js`;
    const known = modules.get(path);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(path, module);
    const source = `(function(require,module,exports,${ABSENT}){${readFileSync(path, 'utf8')}\n})`;
    const before = loading;
    loading = relative(root, path).replace(/\.js$/, '');
    runInContext(source, world, { filename: path })(
      (name) => load(resolve(dirname(path), name)),
      module,
      module.exports,
    );
    loading = before;
    return module.exports;
  }

  function launch() {
    load(join(root, 'app.js'));
    app.onLaunch?.({ path: '', scene: 1001, query: {} });
    app.onShow?.({ path: '', scene: 1001, query: {} });
  }

  function navigate(how, url) {
    if (how === 'redirectTo') stack.pop()?.instance.onUnload?.();
    return open(url.replace(/^\//, ''));
  }

  /** @param url of a page, without the leading slash, with its parameters */
  async function open(url) {
    const [path, search] = url.split('?');
    if (!definitions.has(path)) load(join(root, path));
    const page = createPage(path, definitions.get(path));
    stack.at(-1)?.instance.onHide?.();
    stack.push(page);
    page.instance.onLoad?.(Object.fromEntries(new URLSearchParams(search)));
    page.instance.onShow?.();
    page.instance.onReady?.();
    await page.settled();
    return page;
  }

  return { launch, open, storage, requests, page: () => stack.at(-1) };
}

/** Nobody closes these pages: what ticks on them must not keep the process. */
const timer =
  (begin) =>
  (...args) =>
    begin(...args).unref();

/** A page is settled when it has drawn something and then sent nothing for this long. */
const QUIET_MS = 80;
/** How often one looks for words that an answer must bring. */
const PATIENCE = 125;

function createPage(path, definition) {
  const sent = [];
  const instance = {
    ...definition,
    route: path,
    __route__: path,
    data: structuredClone(definition.data ?? {}),
    options: {},
    getOpenerEventChannel: () => ({ on: () => undefined, emit: () => undefined }),
    setData(data, done) {
      const json = JSON.stringify(data);
      sent.push(Buffer.byteLength(json));
      for (const [key, value] of Object.entries(JSON.parse(json))) assign(instance.data, key, value);
      setImmediate(() => done?.());
    },
  };

  const nodes = () => flatten(instance.data.root);
  async function settled() {
    for (let seen = -1; seen !== sent.length || seen === 0; await wait(QUIET_MS)) seen = sent.length;
  }
  return {
    instance,
    /** Bytes of every setData so far. */
    sent,
    nodes,
    settled,
    text: () => textOf(instance.data.root),
    /** How many buttons begin with these words. */
    offers: (words) => nodes().filter((node) => isButton('pressable', node) && textOf(node).startsWith(words)).length,
    /** Presses the last button that begins with these words: a sheet lies over the page, and comes after it. */
    async tap(words) {
      await tell(
        find('pressable', (node) => textOf(node).startsWith(words), words),
        'tap',
        {},
      );
    },
    /** Presses the button of a class, for what shows an icon only. */
    async tapClass(name) {
      await tell(
        find(name, () => true, name),
        'tap',
        {},
      );
    },
    /** WeChat's answer to the button that asks for the phone number. */
    async givePhone(code) {
      await tell(
        find('button', (node) => textOf(node).includes('手机号'), '手机号'),
        'getphonenumber',
        { code },
      );
    },
    /** Types into the field of this number, from 0. */
    async type(number, value) {
      const field = nodes().filter((node) => node.cl?.includes('text-box'))[number];
      if (!field) throw new Error(`no field ${number} on ${path}: ${textOf(instance.data.root)}`);
      await tell(field, 'input', { value });
    },
    /** Waits until the page says this: an answer of a real server takes as long as it takes. */
    async says(words) {
      for (let tries = 0; tries < PATIENCE; tries += 1) {
        if (textOf(instance.data.root).includes(words)) return;
        await wait(QUIET_MS);
      }
      throw new Error(`${path} does not say ${words}: ${textOf(instance.data.root)}`);
    },
  };

  function find(name, matches, words) {
    const found = nodes().findLast((node) => isButton(name, node) && matches(node));
    if (!found) throw new Error(`no button on ${path} says ${words}: ${textOf(instance.data.root)}`);
    return found;
  }
  async function tell(node, type, detail) {
    const mark = { id: node.sid, dataset: { sid: node.sid } };
    await instance.eh({ type, detail, target: mark, currentTarget: mark, timeStamp: 0 });
    await settled();
  }
}

/** setData names places such as `root.cn.[0].cn[2].v`. */
function assign(data, key, value) {
  const steps = key
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean);
  const last = steps.pop();
  let place = data;
  for (const [index, step] of steps.entries()) {
    place[step] ??= /^\d+$/.test(steps[index + 1] ?? last) ? [] : {};
    place = place[step];
  }
  place[last] = value;
}

const isButton = (name, node) => node.cl?.split(' ').includes(name) ?? false;
const flatten = (node) => (node ? [node, ...(node.cn ?? []).flatMap(flatten)] : []);
const textOf = (node) =>
  flatten(node)
    .map((each) => each.v ?? '')
    .join('');
