// A script of its own, for when the page's others do not come: as when a new version's page asks an old replica for them.
// Its name holds no hash, so that replicas of both have it.

// After all has been loaded that will be, a slow phone may still be drawing, or wait for its words.
const GRACE_MS = 5_000;
// Longer than a network of use takes for all of it: somebody who waits is told so.
const SLOW_MS = 15_000;
// A gateway has given up by then on a service that does not answer; one that answers itself has had its time.
const HOPELESS_MS = 60_000;
// Soon enough for a wall; half of that to one and a half times, lest all return at once.
const RETRY_MS = 5_000;

// The stylesheet names the colours: without it the page works, and nobody could read it.
const isWhole = () =>
  !document.querySelector('.shell') && getComputedStyle(document.documentElement).getPropertyValue('--ground') !== '';

function say(words: string): void {
  const shell = document.querySelector('.shell');
  if (!shell) return;
  const said = shell.querySelector('[role]') ?? shell.appendChild(document.createElement('span'));
  said.setAttribute('role', 'status');
  said.textContent = ` ${words}`;
}

async function tryAgain(): Promise<void> {
  if (isWhole()) return;
  say('The page could not be loaded. Trying again…');
  await new Promise((resolve) => setTimeout(resolve, RETRY_MS * (0.5 + Math.random())));
  // An error page of a gateway, or of the browser, would not try again.
  const served = await fetch('/', { cache: 'no-cache' }).catch(() => undefined);
  // What has come meanwhile may stay.
  if (served?.ok && !isWhole()) location.reload();
  else void tryAgain();
}

const slow = setTimeout(() => say('This takes longer than it should…'), SLOW_MS);
const hopeless = setTimeout(() => void tryAgain(), HOPELESS_MS);

function allHasCome(): void {
  clearTimeout(slow);
  clearTimeout(hopeless);
  setTimeout(() => void tryAgain(), GRACE_MS);
}

// Of scripts and stylesheets, whether they came or not.
if (document.readyState === 'complete') allHasCome();
else addEventListener('load', allHasCome);
