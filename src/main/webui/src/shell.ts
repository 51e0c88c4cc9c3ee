// Shows a message and loads the page again when the page's scripts do not come, as when the page of a new version asks an old
// replica for them. This script's name has no hash, so that replicas of both versions have it.

// When all files have been loaded, a slow phone may still be drawing, or wait for the words of its language.
const GRACE_MS = 5_000;
// Longer than a usable network needs for all files. After that, the person who waits is told what is wrong.
const SLOW_MS = 15_000;
// By then a gateway has given up on a service that does not answer.
const HOPELESS_MS = 60_000;
// Soon enough for a wall. Between half of it and one and a half times it, so that not all return at once.
const RETRY_MS = 5_000;

// The stylesheet has the colours: without it the page works, but nobody can read it.
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
  // If everything has come meanwhile, the page stays.
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
