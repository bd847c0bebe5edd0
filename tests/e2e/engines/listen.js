// Runs first in the pages that are tested in an engine whose driver does not pass on what its console is told, and keeps
// that for as long as the tab is open.
{
  const KEY = 'told the console';
  const tell = (words) => {
    sessionStorage.setItem(KEY, JSON.stringify([...JSON.parse(sessionStorage.getItem(KEY) ?? '[]'), words]));
  };
  console.error = (...words) => tell(words.map(String).join(' '));
  const onError = ({ message, target }) => {
    // A frame whose height follows from what was drawn for its width is told of that in the next picture.
    if (!message?.startsWith('ResizeObserver loop')) tell(message ?? `not loaded: ${target.src ?? target.href}`);
  };
  addEventListener('error', onError, true);
  addEventListener('unhandledrejection', (event) => tell(`not handled: ${event.reason}`));
  addEventListener('securitypolicyviolation', (event) => tell(`refused: ${event.violatedDirective} ${event.blockedURI}`));
}
