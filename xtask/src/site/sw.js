// Keeps the site for use without a network. VERSION, DATA and CORE stand above, written by the build.
//
// Each version has a cache of its own, filled whole before the version is used. Pages are opened from the newest; a page
// goes on with the version that it was opened in, because all that it can still ask for is named after its content and is
// found in whichever cache has it. A cache is thrown away when no open page is of its version.
const SITE = new URL('./', self.location);
const PREFIX = `crossroads ${SITE.pathname} `;
const NEWEST = `${PREFIX}${VERSION}`;
const SHARDS = `${PREFIX}data`;
const ANSWER_WITHIN = 3000;

// Set when what is kept is thrown away: a page that is still open would fill it again.
let forgotten = false;

self.addEventListener('install', (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      await self.clients.claim();
      for (const page of await pages()) page.postMessage({ renewed: VERSION });
      await tidy();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== SITE.origin || !url.pathname.startsWith(SITE.pathname)) return;
  const path = url.pathname.slice(SITE.pathname.length);
  if (request.mode === 'navigate') {
    // The way to switch this off works even if what is kept does not.
    if (url.searchParams.has('offline')) return;
    event.respondWith(navigation(request, path));
  } else if (path.startsWith('data/')) {
    event.respondWith(shard(request, url));
  } else {
    event.respondWith(kept(request));
  }
});

self.addEventListener('message', (event) => {
  if (event.data === 'here') event.waitUntil(tidy());
  if (event.data === 'forget') forgotten = true;
  const keep = event.data?.keep;
  if (Array.isArray(keep)) event.waitUntil(Promise.allSettled(keep.map(async (url) => shard(new Request(url), new URL(url)))));
});

async function fill() {
  const cache = await caches.open(NEWEST);
  const put = async (path) => {
    const url = new URL(path, SITE);
    const answer = await fetch(url, { cache: 'no-cache' });
    if (!answer.ok || answer.redirected) throw new Error(`${url}: expected the file, found ${answer.status}`);
    // Some hosts answer with a page where a file is not there.
    if (path !== './' && isPage(answer)) throw new Error(`${url}: expected the file, found a page`);
    // While a host is being renewed it may have a page of one version and files of another.
    if (path === './' && !(await answer.clone().text()).includes(`data-version="${VERSION}"`)) {
      throw new Error(`${url}: expected version ${VERSION}`);
    }
    await cache.put(url, answer);
  };
  try {
    await Promise.all(CORE.map(put));
  } catch (error) {
    await caches.delete(NEWEST);
    throw error;
  }
}

async function navigation(request, path) {
  const first = () => caches.open(NEWEST).then((cache) => cache.match(SITE));
  if (path === '' || path === 'index.html') return (await first()) ?? fetch(request);
  try {
    return await fetch(request);
  } catch (error) {
    const role = /^role\/([\w-]+)\/?(?:index\.html)?$/.exec(path)?.[1];
    if (!role) throw error;
    return Response.redirect(new URL(`./?roles=${role}`, SITE));
  }
}

// The data of this version. A page of an earlier one gets what it has seen; the host has no more of it, and what the host
// has would be a mix.
async function shard(request, url) {
  if (forgotten) return fetch(request);
  const cache = await caches.open(SHARDS);
  const seen = await cache.match(url.href);
  if (seen) return seen;
  const version = url.searchParams.get('v');
  if (version !== null && version !== DATA) {
    return new Response('', { status: 410, statusText: 'Renewed' });
  }
  const answer = await fetch(request);
  if (version !== null && !forgotten && (await isWhole(answer.clone()))) await cache.put(url.href, answer.clone());
  return answer;
}

const isPage = (answer) => (answer.headers.get('content-type') ?? '').startsWith('text/html');

// Whether an answer is a shard of this version from its beginning to its end. What is kept is never asked for again, so
// that anything else would stay.
async function isWhole(answer) {
  try {
    return answer.ok && (await answer.json()).version === DATA;
  } catch {
    return false;
  }
}

async function kept(request) {
  if (forgotten) return fetch(request);
  const newest = await caches.match(request, { cacheName: NEWEST });
  return newest ?? (await anywhere(request)) ?? fetch(request);
}

async function anywhere(request) {
  for (const name of await own()) {
    const found = await (await caches.open(name)).match(request);
    if (found) return found;
  }
  return undefined;
}

async function own() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

async function pages() {
  const all = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return all.filter((page) => page.url.startsWith(SITE.href));
}

// A page that does not say its version may be of any: then nothing is thrown away.
async function tidy() {
  const versions = await Promise.all((await pages()).map(versionOf));
  if (versions.includes(undefined)) return;
  for (const name of await own()) {
    const version = name.slice(PREFIX.length);
    if (name !== NEWEST && name !== SHARDS && !versions.includes(version)) await caches.delete(name);
  }
  if (versions.some((version) => version !== VERSION)) return;
  const shards = await caches.open(SHARDS);
  for (const request of await shards.keys()) {
    if (new URL(request.url).searchParams.get('v') !== DATA) await shards.delete(request);
  }
}

function versionOf(page) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => resolve(event.data);
    setTimeout(resolve, ANSWER_WITHIN);
    page.postMessage('version?', [port2]);
  });
}
