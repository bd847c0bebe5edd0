// The site keeps nothing for use without a network: this takes the place of a worker that did, throws away what that one
// kept, and goes.
const PREFIX = `crossroads ${new URL('./', self.location).pathname} `;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      await Promise.all(names.filter((name) => name.startsWith(PREFIX)).map((name) => caches.delete(name)));
      await self.registration.unregister();
    })(),
  );
});
