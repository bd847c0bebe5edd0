// Runs before anything is painted, and starts the program. It stands in every page, at whatever depth; what it names lies
// from its own folder on. The marks that it sets on the root element are read by style/starting.css.
(() => {
  const root = document.documentElement;
  const { src, dataset } = document.currentScript;
  const site = new URL('.', src);
  const PREFIX = 'crossroads';
  const TRAY = `${PREFIX}.tray`;
  const SWITCH = `${PREFIX}.offline`;

  // Storage may be blocked; then nothing is remembered.
  const recall = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };

  // Markup from the program becomes elements only if it cannot act: no element that loads or runs something, no handler,
  // no style, no address but of this site and of the web. What is not written as the program writes it is refused.
  const ATTRIBUTES = `(?:\\s+(?!on|style|srcdoc|action|formaction)[a-z][a-z0-9_:.-]*(?:="[^"<>]*")?)*`;
  const REFUSED = 'script|style|link|meta|base|iframe|frame|frameset|object|embed|form|template|noscript|textarea|title|'
    + 'xmp|plaintext|foreignobject|use|animate|animatemotion|animatetransform|set|math|image|portal';
  const TAG = new RegExp(`^<(?:/[a-z][a-z0-9]*|(?!(?:${REFUSED})[\\s/>])[a-z][a-z0-9-]*${ATTRIBUTES})\\s*/?>$`, 'i');
  const ADDRESS = /\s(?:href|src|xlink:href)="(?!https:\/\/|[^":&\\\s]*(?:[?#][^"]*)?")/i;
  const cannotAct = (html) =>
    (html.match(/<[^>]*>?/g) ?? []).every(
      (tag) => tag === '<!>' || /^<!--[^<>]*-->$/.test(tag) || (TAG.test(tag) && !ADDRESS.test(tag)),
    );
  window.trustedTypes?.createPolicy('default', {
    createHTML: (html) => (cannotAct(html) ? html : null),
    createScriptURL: (url) => (new URL(url, location.href).href === new URL('sw.js', site).href ? url : null),
  });

  // `?offline=off` throws away what is kept for use without a network and keeps nothing from then on.
  // Pages escape the `&` of a link once too often. The program reads more than this (src/compare/params.rs).
  const query = new URLSearchParams(location.search.replace(/([?&])(?:amp;)+/gi, '$1'));
  const asked = query.get('offline');
  if (asked !== null) {
    query.delete('offline');
    const rest = String(query);
    history.replaceState(history.state, '', `${location.pathname}${rest ? `?${rest}` : ''}${location.hash}`);
    try {
      if (asked === 'off') localStorage.setItem(SWITCH, 'off');
      else localStorage.removeItem(SWITCH);
    } catch {
      // It holds for this page alone.
    }
  }

  // What was written into the page is right for an address that asks for nothing else.
  const role = /\/role\/([\w-]+)\/(?:index\.html)?$/.exec(location.pathname)?.[1];
  const own = recall(TRAY);
  const says = location.search.replace(/^\?/, '');
  if (says || (!role && own)) {
    root.dataset.awaited = query.has('embed') ? 'embed' : (query.get('view') ?? 'comparison');
    const roles = query.get('roles') ?? new URLSearchParams(own ?? '').get('roles');
    root.dataset.awaitedRoles = Math.min(roles ? roles.split(',').length : 2, 6);
  } else if (role && own !== null && own !== `roles=${role}`) {
    root.dataset.shared = '';
  }

  // A page that is read from its top is laid out from there on. One that the browser goes back to, or goes to a part of,
  // must have its height at once.
  const shows = root.dataset.awaited ?? 'comparison';
  const [visit] = performance.getEntriesByType?.('navigation') ?? [];
  if (shows === 'comparison' && !location.hash && visit?.type === 'navigate') root.dataset.inTurn = '';
  const layOutAll = () => delete root.dataset.inTurn;
  // Nor may what is read further down move when what is above it is laid out.
  addEventListener('scroll', () => scrollY > innerHeight / 2 && layOutAll(), { passive: true });

  const parsed = new Promise((done) => {
    addEventListener('DOMContentLoaded', done);
  });

  const fail = async (reason) => {
    await parsed;
    if ('started' in root.dataset) return;
    root.dataset.failed = reason;
    layOutAll();
    if (!('awaited' in root.dataset)) return;
    // What was asked for cannot be shown; each of its roles has a page that can be read.
    const listed = (query.get('roles') ?? '').split(/[,\s]|%2c/i).map((id) => id.replace(/(?:\.00)?[^\w-]*$/, ''));
    const ids = listed.filter((id) => /^[\w-]+$/.test(id));
    const links = ids.slice(0, 30).map((id) => {
      const link = document.createElement('a');
      link.href = new URL(`role/${id}/`, site);
      link.textContent = `Role ${id}`;
      return link;
    });
    document.querySelector('.awaited-roles')?.append(...links);
    const words = document.querySelector('#awaited .loading');
    if (words) words.textContent = ids.length ? 'Each role by itself:' : 'This could not be shown.';
  };

  // So says the program itself where it lacks a part that it cannot begin without.
  addEventListener(`${PREFIX}:not-loaded`, () => fail('not-loaded'));

  const isTrap = (error) => typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError;

  // A fault of the program leaves it in no state to go on.
  const fault = (error) => {
    const place = document.getElementById('fault');
    if (!place?.hidden || !isTrap(error)) return;
    document.getElementById('fault-words').textContent = `${error.message}\n${error.stack ?? ''}`;
    place.hidden = false;
  };
  addEventListener('error', (event) => fault(event.error));
  addEventListener('unhandledrejection', (event) => fault(event.reason));
  addEventListener('click', (event) => {
    const way = event.target?.closest?.('[data-fault]');
    if (!way) return;
    event.preventDefault();
    if (way.dataset.fault === 'anew') {
      try {
        for (const name of Object.keys(localStorage)) {
          if (name.startsWith(`${PREFIX}.`)) localStorage.removeItem(name);
        }
      } catch {
        // What cannot be reached is not remembered either.
      }
      location.assign(site);
    } else {
      location.reload();
    }
  });

  addEventListener('click', ({ target }) => {
    // What an address points to must not move when what is far above it is laid out.
    if (target?.closest?.('a[href^="#"]')) layOutAll();
    // A button whose program is still to come answers then (src/state/done_before.rs): the last one that was pressed.
    const button = target?.closest?.('button');
    if (!button || ('started' in root.dataset && !button.closest('[aria-busy="true"]'))) return;
    document.querySelector('[data-pressed]')?.removeAttribute('data-pressed');
    button.dataset.pressed = '';
  });

  // The program changes the address of a role's page to that of its comparison. What is named from here stays.
  const pin = () => {
    const named = ['icon', 'apple-touch-icon', 'manifest', 'canonical'].map((rel) => `link[rel=${rel}]`);
    for (const link of document.querySelectorAll(named.join())) link.href = link.href;
  };

  // A module of what the program is made of and old browsers do not know: it fills memory and names a reference.
  const NEEDED = new Uint8Array([
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 3, 1, 0, 1, 10, 16, 1, 14, 0, 65, 0, 65, 0, 65, 0, 252,
    11, 0, 208, 112, 26, 11,
  ]);

  // A host that does not know WebAssembly sends it as something else, which browsers refuse to compile while it comes.
  const { instantiateStreaming, instantiate } = globalThis.WebAssembly ?? {};
  if (instantiateStreaming) {
    WebAssembly.instantiateStreaming = async (coming, imports) => {
      const answer = await coming;
      const type = answer.headers.get('content-type') ?? '';
      if (!answer.ok || /^application\/wasm\s*$/i.test(type)) return instantiateStreaming(answer, imports);
      return instantiate(await answer.arrayBuffer(), imports);
    };
  }

  const start = async () => {
    if (typeof WebAssembly !== 'object' || !WebAssembly.validate(NEEDED)) return fail('too-old');
    // Asked for together with what binds it, and after what the first picture needs.
    const program = fetch(new URL(dataset.wasm, site), { priority: 'low' });
    program.catch(() => {});
    let bindings;
    try {
      bindings = await import(new URL(dataset.js, site));
    } catch {
      return fail('not-loaded');
    }
    // The page that the program takes over has to be there.
    await parsed;
    pin();
    try {
      await bindings.default({ module_or_path: program });
    } catch (error) {
      if (isTrap(error)) return fault(error);
      return fail(/policy|\bcsp\b|unsafe-eval|disallowed/i.test(error.message) ? 'blocked' : 'not-loaded');
    }
    return undefined;
  };
  // After the first picture, which then waits for none of it. Where none is painted for now, as in a tab that waits or in a
  // frame out of sight, nothing else would tell when.
  let hasBegun = false;
  const begin = () => {
    if (!hasBegun) start();
    hasBegun = true;
  };
  requestAnimationFrame(() => setTimeout(begin));
  setTimeout(begin, 1000);

  // A chart in another page is that page's, which may keep it from asking for more.
  if (window.top !== window || !window.isSecureContext || location.protocol === 'file:') return;
  const workers = navigator.serviceWorker;
  if (!workers) return;

  const forget = async () => {
    workers.controller?.postMessage('forget');
    const registration = await workers.getRegistration(site);
    await registration?.unregister();
    const names = await caches.keys();
    const own = names.filter((name) => name.startsWith(`${PREFIX} ${site.pathname} `));
    await Promise.all(own.map((name) => caches.delete(name)));
  };

  const HOUR = 3_600_000;
  const keep = async () => {
    const before = workers.controller;
    workers.addEventListener('message', (event) => {
      if (event.data === 'version?') event.ports?.[0]?.postMessage(root.dataset.version);
      if (event.data?.renewed && event.data.renewed !== root.dataset.version) {
        root.dataset.renewed = '';
        dispatchEvent(new Event(`${PREFIX}:renewed`));
      }
    });
    workers.startMessages();
    const worker = new URL('sw.js', site).href;
    const registration = await workers.register(worker, { scope: site.pathname, updateViaCache: 'none' });
    // A page may stay open for weeks.
    let asked = Date.now();
    document.addEventListener('visibilitychange', () => {
      // Nor does a clock that was set back keep it from asking.
      if (document.hidden || Math.abs(Date.now() - asked) < HOUR) return;
      asked = Date.now();
      registration.update().catch(() => {});
    });
    if (before) {
      // From now on it can say which version it is of, so that what no page is of can be thrown away.
      before.postMessage('here');
      return;
    }
    // What this page fetched before there was anybody to keep it.
    const { active } = await workers.ready;
    const data = new URL('data/', site).href;
    new PerformanceObserver((list) => {
      const fetched = list.getEntries().map((entry) => entry.name);
      active.postMessage({ keep: fetched.filter((name) => name.startsWith(data)) });
    }).observe({ type: 'resource', buffered: true });
  };

  // After everything that a reader waits for.
  addEventListener('load', () => {
    const off = 'keepsNothing' in dataset || asked === 'off' || recall(SWITCH) === 'off';
    setTimeout(() => (off ? forget() : keep()).catch(() => {}), 0);
  });
})();
